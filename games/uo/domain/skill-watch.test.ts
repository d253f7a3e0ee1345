import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Skills } from '../rules/mobiles/mobile.ts';
import { TestShard } from '../testing/test-shard.ts';
import { SkillWatch } from './skill-watch.ts';

/** A shard of some characters, and a watch over it that takes what there is as told. */
async function watched(count: number) {
  const shard = new TestShard();
  const people: number[] = [];
  for (let i = 0; i < count; i++)
    people.push((await shard.enter(`anna${i}`, `Anna${'abcdefghij'[i]}`)).serial);
  const { context } = shard.game;
  const { world } = context;
  const raise = (mobile: number, skill: number): void => {
    const skills = world.require(mobile, Skills);
    skills.values = skills.values.with(skill, skills.values[skill]! + 1);
  };
  const watch = new SkillWatch(context);
  watch.begin();
  /** Whose skill has changed by how much. */
  const news = (): [number, number][] =>
    watch.changes().map(({ character, from, to }) => [people.indexOf(character), to - from]);
  return { context, news, people, raise, shard, watch, world };
}

test('each change of a skill is told once, also the second one of somebody between two commits', async () => {
  const { news, people, raise, shard, world } = await watched(3);
  const [anna, ben] = people as [number, number, number];
  assert.deepEqual(news(), []);
  raise(anna, 1);
  assert.deepEqual(news(), [[0, 1]]);
  assert.deepEqual(news(), [], 'not twice');
  raise(anna, 1);
  raise(ben, 2);
  assert.deepEqual(news(), [
    [0, 1],
    [1, 1],
  ]);
  raise(ben, 2);
  raise(ben, 2);
  raise(ben, 3);
  assert.deepEqual(
    news(),
    [
      [1, 2],
      [1, 1],
    ],
    'for each skill what came of it',
  );
  shard.tick();
  assert.deepEqual(news(), [], 'a commit tells nothing');
  raise(ben, 2);
  shard.tick();
  raise(anna, 2);
  assert.deepEqual(
    news(),
    [
      [1, 1],
      [0, 1],
    ],
    'nor does it hide what came before it',
  );

  const { values } = world.require(anna, Skills);
  world.remove(anna, Skills);
  assert.deepEqual(news(), []);
  world.set(anna, Skills, { values: values.map(() => 0).with(4, 7) });
  assert.deepEqual(news(), [[0, 7]], 'skills that come anew are told from 0');
});

test('a look costs what has changed, not what changed before it', async () => {
  const { context, people, raise, world } = await watched(8);
  let looks = 0;
  const counting = new Proxy(world, {
    get(target, name) {
      const value = Reflect.get(target, name, target) as unknown;
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (name === 'get' && args[1] === Skills) looks++;
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  });
  const watch = new SkillWatch({ ...context, world: counting });
  watch.begin();
  for (const [i, mobile] of people.entries()) {
    raise(mobile, 1);
    assert.equal(watch.changes().length, 1);
    assert.deepEqual(watch.changes(), []);
    assert.equal(looks, i + 1);
  }
});
