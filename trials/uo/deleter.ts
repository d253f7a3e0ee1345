import { connectTcp } from '@gommog/net';
import { ScriptedClient } from '@gommog/uo/bots';
import { encodeDeleteCharacter } from '@gommog/uo/protocol';
import type { Promises } from './promises.ts';

/** Beginning of the names of characters that are made to be deleted. */
export const DOOMED = 'Doomed';
const LETTERS = 'abcdefghij';

/** Somebody who makes a character, deletes it, and again, until its shard is gone. */
export class Deleter {
  readonly #account: string;
  readonly #promises: Promises;
  #made = 0;

  constructor(account: string, promises: Promises) {
    this.#account = account;
    this.#promises = promises;
  }

  async run(port: number): Promise<void> {
    try {
      for (;;) await this.#once(port);
    } catch {
      // The shard has died, or refuses because it cannot save: the next round is another chance.
    }
  }

  async #once(port: number): Promise<void> {
    const first = this.#client(port);
    const list = await first.authenticate();
    let name = list.slots[0]?.name ?? '';
    if (name === '') {
      // Names of people have no digits. Nobody is called like somebody who was before.
      const own = [...this.#account.slice('bot'.length), 'j', ...String(++this.#made)];
      name = `${DOOMED} ${own.map((digit) => LETTERS[Number(digit)]).join('')}`;
      await first.enter(list, 0, { name });
      const out = first.waitFor('logout_reply');
      first.logout();
      await out;
    }
    first.close();
    const second = this.#client(port);
    await second.authenticate();
    const answer = second.waitFor('character_list_update', 'delete_result');
    second.send(encodeDeleteCharacter, { password: this.#account, slot: 0, clientIp: 0 });
    if ((await answer).kind === 'character_list_update') this.#promises.gone(name);
    second.close();
  }

  #client(port: number): ScriptedClient {
    return new ScriptedClient({
      connect: connectTcp,
      host: '127.0.0.1',
      port,
      account: this.#account,
      password: this.#account,
      now: () => performance.now(),
    });
  }
}
