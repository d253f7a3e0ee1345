import type { Component, World } from '@gommog/core';
import {
  type SavedWorld as AnySavedWorld,
  peekSavedWorld as peekAny,
  readSavedWorld as readAny,
} from '@gommog/testkit';
import { components, kinds } from '@gommog/uo';
import { goldIn, problemsOf } from './invariants.ts';

/** What a data folder holds, as far as nobody may break it. */
export interface SavedWorld extends AnySavedWorld {
  readonly gold: number;
}

/** Reads the world of a shard that is not running, and looks whether it is whole: opens the folder as a start does. */
export async function openSavedWorld(dir: string): Promise<SavedWorld> {
  return judged(await readAny(dir, { kinds, components }));
}

/** The same without changing anything. */
export async function peekSavedWorld(dir: string): Promise<SavedWorld> {
  return judged(await peekAny(dir, { kinds, components }));
}

/** What is wrong with it besides what the core itself finds. */
export function judged({ problems, world }: AnySavedWorld): SavedWorld {
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
