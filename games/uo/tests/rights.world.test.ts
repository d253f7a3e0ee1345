import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { ScriptedClient } from '../bots/scripted-client.ts';
import { AccessLevel } from '../rules/accounts/account.ts';
import type { Event } from '../rules/events.ts';
import { Gumps, TargetCursor } from '../rules/mobiles/mobile.ts';
import type { Command } from '../rules/staff/command.ts';
import { commands } from '../rules/staff/commands.ts';
import { enterStaff } from '../testing/arrange.ts';
import { TestShard } from '../testing/test-shard.ts';

/** What is typed after each command, so that it would do something. */
const args: Readonly<Record<string, string>> = {
  add: 'gold-coin 5',
  ban: 'victim',
  bring: 'Victim',
  broadcast: 'hear me',
  go: '10 10',
  goname: 'Victim',
  kick: 'Victim',
  set: 'hue 33',
  setaccess: 'victim counselor',
  shutdown: '60',
  unban: 'victim',
};

/** Whoever has a level: names that mean staff are taken by none. */
const names: Readonly<Record<keyof typeof AccessLevel, string>> = {
  player: 'Paula',
  counselor: 'Conny',
  seer: 'Sibyl',
  gamemaster: 'Gordon',
  administrator: 'Adele',
  owner: 'Olga',
};
const levels = Object.entries(AccessLevel) as [keyof typeof AccessLevel, AccessLevel][];
const shard = new TestShard();
const staff = new Map<AccessLevel, ScriptedClient>();

before(async () => {
  await shard.enter('victim', 'Victim');
  for (const [name, level] of levels) {
    staff.set(level, await enterStaff(shard, names[name], level));
  }
  shard.tick();
});

/** The facts that a typed line leads to. */
function say(level: AccessLevel, text: string): readonly Event[] {
  const { simulation, world } = shard.game;
  const mobile = staff.get(level)!.serial;
  const manner = 'say';
  simulation.offer({ kind: 'speak', mobile, manner, text, hue: 0, font: 3, language: 'ENU', keywords: [] });
  return simulation.step(world.nowMs);
}

function outcomeOf(events: readonly Event[]): string | undefined {
  return events.find((event) => event.kind === 'staff-acted')?.outcome;
}

function lineFor({ name }: Command, typed = name): string {
  return `.${typed} ${args[name] ?? ''}`.trim();
}

for (const command of commands) {
  const { name, access, aliases = [] } = command;
  for (const [levelName, level] of levels.filter(([, each]) => each < access)) {
    test(`${levelName} may not ${name}`, () => {
      const { world } = shard.game;
      const mobile = staff.get(level)!.serial;
      for (const typed of [name, name.toUpperCase(), ...aliases]) {
        const hash = world.stateHash();
        const events = say(level, lineFor(command, typed));
        assert.deepEqual(events.map(({ kind }) => kind).sort(), ['staff-acted', 'told']);
        assert.equal(outcomeOf(events), 'refused');
        const told = events.find((event) => event.kind === 'told');
        assert.equal(told?.text, 'That is not a command.');
        assert.equal(world.stateHash(), hash, 'nothing has changed');
        assert.equal(world.has(mobile, TargetCursor), false);
        assert.equal(world.get(mobile, Gumps)?.open.length ?? 0, 0);
      }
    });
  }
}

test('players may use what is for all, and no more', () => {
  const open = commands.filter(({ access }) => access === AccessLevel.player).map(({ name }) => name);
  assert.deepEqual(open.toSorted(), ['help', 'where']);
});

test('what is no command leaves no trace in the audit log', () => {
  assert.deepEqual(
    say(AccessLevel.owner, '.fly').map(({ kind }) => kind),
    ['told'],
  );
});

test('nobody acts on their equals or betters', () => {
  const { administrator, gamemaster, owner } = AccessLevel;
  const { world } = shard.game;
  const hash = world.stateHash();
  for (const [level, line] of [
    [gamemaster, '.kick Adele'],
    [gamemaster, '.bring Olga'],
    [administrator, '.ban adele'],
    [administrator, '.ban olga'],
    [administrator, '.unban olga'],
    [administrator, '.setaccess olga player'],
    [administrator, '.setaccess victim administrator'],
    [administrator, '.setaccess victim owner'],
    [owner, '.setaccess victim owner'],
    [owner, '.setaccess olga player'],
    [owner, '.kick Olga'],
  ] as const) {
    assert.equal(outcomeOf(say(level, line)), 'You may not do that to them.', line);
  }
  assert.equal(world.stateHash(), hash);
});

test('a name that fits nobody, or no name, acts on nobody', () => {
  const { administrator, gamemaster } = AccessLevel;
  for (const command of ['kick', 'bring', 'goname']) {
    for (const name of ['', 'Nemo']) {
      assert.equal(
        outcomeOf(say(gamemaster, `.${command} ${name}`)),
        'There is nobody of that name.',
        command,
      );
    }
  }
  // Only the whole name will do where an account is at stake.
  for (const line of ['.ban vic', '.ban', '.unban vic', '.setaccess vic counselor', '.setaccess']) {
    assert.equal(outcomeOf(say(administrator, line)), 'There is no such account.', line);
  }
});
