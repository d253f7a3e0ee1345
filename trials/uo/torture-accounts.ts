import { argon2Sync, randomBytes } from 'node:crypto';
import type { StorePlace } from '@gommog/store';
import { changeSavedWorld } from '@gommog/testkit';
import { ACCOUNT, AccessLevel, Account, components, kinds } from '@gommog/uo';

/** The least that Argon2 can do: the time of thousands of logins is better spent on playing. */
const COST = { memory: 8, passes: 1, parallelism: 1 };

/** Adds the accounts `<prefix>0`, `<prefix>1`, … to a saved world. The password of each is its name. */
export function makeAccounts(place: StorePlace, prefix: string, count: number): Promise<void> {
  return changeSavedWorld(place, { kinds, components }, (world) => {
    for (let i = 0; i < count; i++) {
      const name = `${prefix}${i}`;
      world.set(world.newSerial(ACCOUNT), Account, {
        name,
        passwordHash: hashOf(name),
        access: AccessLevel.player,
        createdMs: world.nowMs,
      });
    }
  });
}

/** In PHC form, as the shard reads it. */
function hashOf(password: string): string {
  const nonce = randomBytes(16);
  const tag = argon2Sync('argon2id', { message: password, nonce, tagLength: 32, ...COST });
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
