import { decodeCommit } from '@gommog/core';
import type { Damage } from './check-folder.ts';
import { openKafkaLog } from './kafka-log.ts';
import type { KafkaSettings } from './kafka-partition.ts';
import { asStoreError } from './store-error.ts';

/**
 * Reads a log in Kafka from its first record to its last; ends at the first damage, since the brokers give messages in order only.
 * @throws GMG_STORE_IO when no broker answers, GMG_STORE_SETUP when there is no such topic.
 */
export async function scanPartition(settings: KafkaSettings): Promise<{
  readonly damages: readonly Damage[];
  readonly range: { readonly first: number; readonly last: number } | null;
}> {
  const file = `${settings.topic}/${settings.partition ?? 0}`;
  const log = await openKafkaLog(settings, { readOnly: true });
  const { range } = log;
  const damages: Damage[] = [];
  let next = range?.first ?? 1;
  try {
    for await (const { encoded, sequence } of log.read(next)) {
      decodeCommit(encoded);
      next = sequence + 1;
    }
  } catch (error) {
    const { code, message, offset = 0 } = asStoreError(error);
    if (code === 'GMG_STORE_IO' && !(error instanceof RangeError)) throw error;
    const records = { first: next, last: range!.last };
    damages.push({ file, offset, problem: message, records, entities: [] });
  } finally {
    await log.close();
  }
  return { damages, range: range === null || range.last < range.first ? null : range };
}
