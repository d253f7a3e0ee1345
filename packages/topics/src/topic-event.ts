import { StoreError } from '@gommog/store';

/** A fact of a game, in its place in the history of its world. */
export interface TopicEvent {
  /** Commit record that holds it, and its place among the events there: together they are its name. */
  readonly sequence: number;
  readonly index: number;
  readonly tick: number;
  /** World time in milliseconds. */
  readonly timeMs: number;
  readonly kind: string;
  /** Events with the same key concern the same thing, and come in order like all others. */
  readonly key: string;
  /** As the game's schema of this kind says. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What is published at once: all events of the commit records up to `through` that were not published before. */
export interface TopicBatch {
  readonly through: number;
  readonly events: readonly TopicEvent[];
  /** The log no longer had these records when their turn came: their events are missing here. */
  readonly missing?: { readonly from: number; readonly to: number };
}

const FORMAT = 1;

/** A batch is kept as JSON, so that people and other programs can read it. */
export function encodeBatch(batch: TopicBatch): Uint8Array {
  return Buffer.from(JSON.stringify({ format: FORMAT, ...batch }));
}

/** @throws GMG_STORE_FORMAT when a newer program wrote it, GMG_STORE_CORRUPT. */
export function decodeBatch(encoded: Uint8Array): TopicBatch {
  let parsed: TopicBatch & { format: number };
  try {
    parsed = JSON.parse(Buffer.from(encoded).toString()) as TopicBatch & { format: number };
  } catch (cause) {
    throw new StoreError('GMG_STORE_CORRUPT', 'a batch of a topic is damaged', { cause });
  }
  const { format, ...batch } = parsed;
  if (format !== FORMAT) throw new StoreError('GMG_STORE_FORMAT', `a topic of format ${format}`);
  return batch;
}
