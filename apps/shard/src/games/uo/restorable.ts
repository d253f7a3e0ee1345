import type { Component, World } from '@gommog/core';
import { Account, Character, Mobile } from '@gommog/uo';
import type { Restorable } from '../game-module.ts';

/** An account with all its characters, or one character. */
export const restorable: Readonly<Record<string, Restorable>> = {
  account: {
    roots(past, name) {
      const account = named(past, Account, name);
      if (account === 0) return [];
      return [account, ...past.require(account, Account).characters.filter((serial) => past.exists(serial))];
    },
    prepare: keepLaterCharacters,
  },
  character: {
    roots(past, name) {
      const character = named(past, Mobile, name, (serial) => past.has(serial, Character));
      return character === 0 ? [] : [character];
    },
    prepare: rejoinAccount,
  },
};

function named<V extends { name: string }>(
  world: World,
  component: Component<V>,
  name: string,
  isWanted: (serial: number) => boolean = () => true,
): number {
  const asSerial = Number(name);
  if (Number.isInteger(asSerial) && world.has(asSerial, component) && isWanted(asSerial)) return asSerial;
  let found = 0;
  world.each(component, (serial, state) => {
    if (found === 0 && state.name.toLowerCase() === name.toLowerCase() && isWanted(serial)) found = serial;
  });
  return found;
}

/** Characters that an account got since are still its own. */
function keepLaterCharacters(present: World, roots: readonly number[]): () => void {
  const later = roots.flatMap((root) =>
    (present.get(root, Account)?.characters ?? []).map((character) => [root, character] as const),
  );
  return () => {
    for (const [root, character] of later) {
      if (character !== 0 && present.exists(character)) join(present.require(root, Account), character);
    }
  };
}

/** A character that was deleted is in its account's list again. */
function rejoinAccount(present: World, roots: readonly number[]): () => void {
  return () => {
    for (const root of roots) {
      const account = present.get(present.require(root, Character).account, Account);
      if (account !== undefined) join(account, root);
    }
  };
}

function join(account: Account, character: number): void {
  if (account.characters.includes(character)) return;
  const free = account.characters.indexOf(0);
  account.characters =
    free < 0 ? [...account.characters, character] : account.characters.with(free, character);
}
