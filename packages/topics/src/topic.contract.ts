import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Topic } from './topic.ts';
import type { TopicEvent } from './topic-event.ts';
import { BEGINNING, type Cursor, type TopicReader } from './topic-reader.ts';

/** A place where a topic is kept, for one test. */
export interface TopicFixture {
  open(): Promise<Topic>;
  reader(): Promise<TopicReader>;
  dispose(): Promise<void>;
}

export function event(sequence: number, index = 0): TopicEvent {
  return {
    sequence,
    index,
    tick: sequence,
    timeMs: sequence * 10,
    kind: 'k',
    key: `${index}`,
    body: { n: sequence },
  };
}

export async function readAll(
  reader: TopicReader,
  after: Cursor = BEGINNING,
): Promise<{ names: string[]; cursor: Cursor }> {
  const names: string[] = [];
  let cursor = after;
  for await (const reading of reader.read(after)) {
    names.push(...reading.events.map(({ sequence, index }) => `${sequence}.${index}`));
    cursor = reading.cursor;
  }
  return { names, cursor };
}

/** What every place of a topic must do. `skip` says why it cannot be tried here. */
export function testTopic(
  name: string,
  make: () => Promise<TopicFixture>,
  skip: string | false = false,
): void {
  const scenario = (title: string, run: (fixture: TopicFixture) => Promise<void>) =>
    test(`${name} topic: ${title}`, { skip }, async () => {
      const fixture = await make();
      try {
        await run(fixture);
      } finally {
        await fixture.dispose();
      }
    });

  scenario('gives back what was published, in order, from any cursor', async ({ open, reader }) => {
    const topic = await open();
    assert.equal(topic.through, 0);
    topic.publish({ through: 3, events: [event(1), event(1, 1), event(3)] });
    topic.publish({ through: 9, events: [] });
    topic.publish({ through: 10, events: [event(10)] });
    await topic.close();
    const reading = await reader();
    const { names, cursor } = await readAll(reading);
    assert.deepEqual(names, ['1.0', '1.1', '3.0', '10.0']);
    assert.deepEqual(await readAll(reading, cursor), { names: [], cursor });
    assert.deepEqual((await readAll(reading, { batch: 1, through: 3 })).names, ['10.0']);
    for await (const { events } of reading.read(BEGINNING)) {
      assert.deepEqual(events[1], event(1, 1));
      break;
    }
    await reading.close();
  });

  scenario('goes on after a restart, and takes nothing twice', async ({ open, reader }) => {
    let topic = await open();
    topic.publish({ through: 5, events: [event(5)] });
    await topic.close();
    const reading = await reader();
    const { cursor } = await readAll(reading);
    topic = await open();
    assert.equal(topic.through, 5);
    topic.publish({ through: 5, events: [event(5)] });
    topic.publish({ through: 6, events: [event(6)] });
    await topic.close();
    assert.deepEqual((await readAll(reading, cursor)).names, ['6.0']);
    assert.deepEqual((await readAll(reading)).names, ['5.0', '6.0']);
    await reading.close();
  });

  scenario('a reader sees what is published while it has the topic open', async ({ open, reader }) => {
    const topic = await open();
    const reading = await reader();
    assert.deepEqual((await readAll(reading)).names, []);
    topic.publish({ through: 1, events: [event(1)] });
    await topic.close();
    assert.deepEqual((await readAll(reading)).names, ['1.0']);
    await reading.close();
  });
}
