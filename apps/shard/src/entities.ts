import type { Component, World } from '@gommog/core';

/** A serial as operators write it, `0x…` or decimal; null for anything else. */
export function serialOf(text: string): number | null {
  const serial = Number(text);
  return Number.isInteger(serial) && serial > 0 && serial <= 0xffffffff ? serial : null;
}

/** The entity of a serial, or the first one that has a name of that text; 0 for none. */
export function findEntity(world: World, components: readonly Component[], what: string): number {
  const serial = serialOf(what);
  if (serial !== null) return serial;
  let found = 0;
  for (const component of components) {
    if (!('name' in component.fields)) continue;
    world.each(component as Component<{ name: unknown }>, (each, { name }) => {
      if (found === 0 && String(name).toLowerCase() === what.toLowerCase()) found = each;
    });
  }
  return found;
}

/** For JSON: nobody needs to see what a password was hashed to. */
export function hideSecrets(key: string, value: unknown): unknown {
  return key === 'passwordHash' || key === 'salt' ? '(hidden)' : value;
}
