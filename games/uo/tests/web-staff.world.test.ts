import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccessLevel } from '../rules/accounts/account.ts';
import { TestShard } from '../testing/test-shard.ts';
import { WebInbox } from '../testing/web-inbox.ts';

/** What somebody in a browser is told when it enters the world, by name of command; null for nothing. */
async function commandsOf(access: AccessLevel, version?: number): Promise<readonly string[] | null> {
  const shard = new TestShard();
  shard.game.offer({ kind: 'create-account', session: 0, name: 'gemma', passwordHash: 'secret', access });
  shard.tick();
  const gemma = shard.webClient('gemma');
  const inbox = new WebInbox(gemma);
  await shard.until(gemma.login(0, { name: 'Gemma' }, version));
  const [told] = inbox.of('staff_commands');
  return told === undefined ? null : told.commands.map(({ name }) => name);
}

test('staff in a browser are told what they may say, by their rank, and players nothing', async () => {
  const administrator = await commandsOf(AccessLevel.administrator);
  assert.ok(administrator?.includes('ban') && administrator.includes('go'));
  const gamemaster = await commandsOf(AccessLevel.gamemaster);
  assert.ok(gamemaster?.includes('jail') && !gamemaster.includes('ban'));
  const counselor = await commandsOf(AccessLevel.counselor);
  assert.ok(counselor?.includes('go') && !counselor.includes('jail'));
  assert.equal(await commandsOf(AccessLevel.player), null);
});

test('a client of the first version is told nothing that it does not know', async () => {
  assert.equal(await commandsOf(AccessLevel.administrator, 1), null);
});
