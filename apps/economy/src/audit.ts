import { setTimeout as sleep } from 'node:timers/promises';
import { logPlaceOf, readLogOf, worldNow } from '@gommog/store';
import { GoodsCount } from '@gommog/uo/domain';
import { type Alarm, type Count, type Ledger, type Stock, stockAfter } from './ledger.ts';

/** Counts the goods of the world that a data folder holds, as of its newest record; a shard may be running over it. */
export async function countGoods(data: string): Promise<Count> {
  const world = await worldNow(data);
  try {
    const goods = new GoodsCount();
    for await (const batch of world.components()) for (const state of batch) goods.add(state);
    const { sequence, timeMs } = world.moment;
    return { sequence, timeMs, gold: goods.gold, items: goods.items };
  } finally {
    await world.close();
  }
}

/**
 * Compares the books with the goods: what they say, and what the log tells of since, must be what is there. Null when nothing was
 * ever counted by the shard, or when the books are so far behind that the log no longer has what they lack.
 * @throws StoreError when the folder cannot be read.
 */
export async function audit(ledger: Ledger, data: string): Promise<readonly Alarm[] | null> {
  // The books may go on while the goods are counted.
  const { cursor, stock } = ledger;
  const count = await countGoods(data);
  const expected = await stockAsOf(count.sequence, stock, cursor.through, data);
  return expected === null ? null : ledger.compare(expected, count);
}

async function stockAsOf(
  sequence: number,
  stock: Stock | null,
  through: number,
  data: string,
): Promise<Stock | null> {
  let expected = stock;
  let next = through + 1;
  if (next > sequence) return expected;
  for await (const record of readLogOf(await logPlaceOf(data), data, next)) {
    if (record.sequence > sequence) break;
    if (record.sequence !== next++) return null;
    for (const { body, kind } of record.events ?? [])
      expected = stockAfter(expected, { kind, body: JSON.parse(body) as Record<string, unknown> });
  }
  return expected;
}

/** Audits again and again until `signal` says no more; what hinders it is said, and tried again. */
export async function audits(
  ledger: Ledger,
  data: string,
  everyMs: number,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<void> {
  while (!signal.aborted) {
    await sleep(everyMs, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    try {
      const alarms = await audit(ledger, data);
      if (alarms === null) say('not compared: the books are too far behind, or nothing was ever counted');
    } catch (error) {
      say(`the goods cannot be counted: ${(error as Error).message}`);
    }
  }
}
