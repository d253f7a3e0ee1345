import type { Component, World } from '@gommog/core';
import { type SavedWorld as AnySavedWorld, readSavedWorld as readAnySavedWorld } from '@gommog/testkit';
import { components, kinds } from '@gommog/uo';
import { goldIn, problemsOf } from './invariants.ts';

/** What a data folder holds, as far as nobody may break it. */
export interface SavedWorld extends AnySavedWorld {
  readonly gold: number;
}

/** Reads the world of a shard that is not running, and looks whether it is whole. */
export async function readSavedWorld(dir: string): Promise<SavedWorld> {
  const { problems, world } = await readAnySavedWorld(dir, { kinds, components });
  return { world, problems: [...problems, ...problemsOf(world)], gold: goldIn(world) };
}

/** What a person carries, as text to compare: every thing with all its state, but not where the person is. */
export function belongingsOf(world: World, name: string): string {
  const Mobile = components.find((component) => component.name === 'mobile') as Component<{ name: string }>;
  let owner = 0;
  world.each(Mobile, (serial, mobile) => {
    if (mobile.name === name) owner = serial;
  });
  if (owner === 0) throw new Error(`there is nobody called ${name}`);
  const [, ...things] = world.closureOf(owner);
  return JSON.stringify(things.sort((a, b) => a - b).map((thing) => [thing, world.inspect(thing)]));
}
