import { DatabaseSync } from 'node:sqlite';
import { BEGINNING, type Cursor, type Reading, type TopicEvent } from '@gommog/topics';
import { domainEvents } from '@gommog/uo/domain';

/** What came into being and ceased to be in one hour of world time, for one reason. */
export interface Flow {
  /** Hours since the world began. */
  readonly hour: number;
  readonly reason: string;
  readonly minted: number;
  readonly burned: number;
}

/** The books and the goods did not agree. */
export interface Alarm {
  /** Commit record that told of the count. */
  readonly sequence: number;
  readonly timeMs: number;
  readonly what: 'gold' | 'items' | 'records';
  readonly expected: number;
  readonly counted: number;
}

/** Gold and items there should be, or are. */
export interface Stock {
  readonly gold: number;
  readonly items: number;
}

/** A count of the goods themselves, as of a commit record. */
export interface Count extends Stock {
  readonly sequence: number;
  readonly timeMs: number;
}

/** What there should be after an event; null while nothing was ever counted. */
export function stockAfter(
  stock: Stock | null,
  { body, kind }: Pick<TopicEvent, 'body' | 'kind'>,
): Stock | null {
  if (kind === 'goods-counted') {
    const { gold, items } = domainEvents['goods-counted'].parse(body);
    return { gold, items };
  }
  if (stock === null) return null;
  const { gold, items } = stock;
  switch (kind) {
    case 'gold-minted':
      return { gold: gold + domainEvents['gold-minted'].parse(body).amount, items };
    case 'gold-burned':
      return { gold: gold - domainEvents['gold-burned'].parse(body).amount, items };
    case 'item-created':
      return { gold, items: items + 1 };
    case 'item-destroyed':
      return { gold, items: items - 1 };
    default:
      return stock;
  }
}

const HOUR_MS = 3_600_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS flow (
    hour INTEGER, reason TEXT, minted INTEGER, burned INTEGER, PRIMARY KEY (hour, reason)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS alarm (
    sequence INTEGER, what TEXT, time_ms INTEGER, expected INTEGER, counted INTEGER, PRIMARY KEY (sequence, what)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS state (
    one INTEGER PRIMARY KEY CHECK (one = 1), batch INTEGER, through INTEGER, gold INTEGER, items INTEGER
  );
`;

/**
 * The books of a shard: what its topic tells of goods that come and go, added up by hour and reason, and compared with what the shard
 * counts. A view that can be made anew at any time.
 */
export class Ledger {
  readonly #db: DatabaseSync;
  #stock: Stock | null = null;
  #cursor: Cursor = BEGINNING;
  /** The books disagree with a count. */
  onAlarm: ((alarm: Alarm) => void) | null = null;

  /** `file`: where it is kept; `:memory:` for nowhere. */
  constructor(file: string) {
    this.#db = new DatabaseSync(file);
    this.#db.exec('PRAGMA journal_mode = WAL');
    this.#db.exec(SCHEMA);
    this.#restore();
  }

  #restore(): void {
    const row = this.#db.prepare('SELECT * FROM state').get();
    this.#cursor =
      row === undefined ? BEGINNING : { batch: Number(row['batch']), through: Number(row['through']) };
    const isCounted = row !== undefined && row['gold'] !== null;
    this.#stock = isCounted ? { gold: Number(row['gold']), items: Number(row['items']) } : null;
  }

  /** Where to go on reading the topic. */
  get cursor(): Cursor {
    return this.#cursor;
  }

  /** What there should be by the books; null before the first count. */
  get stock(): Stock | null {
    return this.#stock;
  }

  /** Takes a batch with its cursor, wholly or not at all. */
  apply({ cursor, events, missing, through }: Reading): void {
    const alarms: Alarm[] = [];
    this.#db.exec('BEGIN');
    try {
      if (missing !== undefined) {
        const counted = missing.to - missing.from + 1;
        alarms.push({ sequence: missing.to, timeMs: 0, what: 'records', expected: 0, counted });
      }
      for (const event of events) alarms.push(...this.#book(event));
      this.#keep(alarms, { batch: cursor.batch, through });
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      this.#restore();
      throw error;
    }
    this.#cursor = cursor;
    for (const alarm of alarms) this.onAlarm?.(alarm);
  }

  /**
   * Compares what there should be as of a count with it. On a difference the books go on from what was counted, and what came
   * meanwhile.
   */
  compare(expected: Stock, count: Count): readonly Alarm[] {
    const alarms = differences(expected, count);
    if (alarms.length === 0 || this.#stock === null) return alarms;
    const { gold, items } = this.#stock;
    this.#db.exec('BEGIN');
    this.#stock = {
      gold: gold + count.gold - expected.gold,
      items: items + count.items - expected.items,
    };
    this.#keep(alarms, this.#cursor);
    this.#db.exec('COMMIT');
    for (const alarm of alarms) this.onAlarm?.(alarm);
    return alarms;
  }

  #keep(alarms: readonly Alarm[], { batch, through }: Cursor): void {
    for (const { counted, expected, sequence, timeMs, what } of alarms) {
      this.#db
        .prepare('INSERT OR REPLACE INTO alarm VALUES (?, ?, ?, ?, ?)')
        .run(sequence, what, Math.round(timeMs), expected, counted);
    }
    this.#db
      .prepare('INSERT OR REPLACE INTO state VALUES (1, ?, ?, ?, ?)')
      .run(batch, through, this.#stock?.gold ?? null, this.#stock?.items ?? null);
  }

  #book(event: TopicEvent): Alarm[] {
    const { body, kind } = event;
    const booked = this.#stock;
    this.#stock = stockAfter(booked, event);
    if (kind === 'gold-minted') {
      const { amount, reason } = domainEvents['gold-minted'].parse(body);
      this.#flow(event, reason, amount, 0);
    } else if (kind === 'gold-burned') {
      const { amount, reason } = domainEvents['gold-burned'].parse(body);
      this.#flow(event, reason, 0, amount);
    }
    // After an alarm the books go on from what was counted: one fault is told once.
    return kind === 'goods-counted' && booked !== null
      ? differences(booked, { ...this.#stock!, sequence: event.sequence, timeMs: event.timeMs })
      : [];
  }

  #flow({ timeMs }: TopicEvent, reason: string, minted: number, burned: number): void {
    this.#db
      .prepare(
        `INSERT INTO flow VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET minted = minted + excluded.minted, burned = burned + excluded.burned`,
      )
      .run(Math.floor(timeMs / HOUR_MS), reason, minted, burned);
  }

  /** By hour, oldest first, from `fromHour` on. */
  flows(fromHour = 0): Flow[] {
    return this.#db
      .prepare('SELECT * FROM flow WHERE hour >= ? ORDER BY hour, reason')
      .all(fromHour)
      .map((row) => ({
        hour: Number(row['hour']),
        reason: String(row['reason']),
        minted: Number(row['minted']),
        burned: Number(row['burned']),
      }));
  }

  alarms(): Alarm[] {
    return this.#db
      .prepare('SELECT * FROM alarm ORDER BY sequence, what')
      .all()
      .map((row) => ({
        sequence: Number(row['sequence']),
        timeMs: Number(row['time_ms']),
        what: String(row['what']) as Alarm['what'],
        expected: Number(row['expected']),
        counted: Number(row['counted']),
      }));
  }

  close(): void {
    this.#db.close();
  }
}

function differences(expected: Stock, { sequence, timeMs, ...counted }: Count): Alarm[] {
  return (['gold', 'items'] as const)
    .filter((what) => expected[what] !== counted[what])
    .map((what) => ({ sequence, timeMs, what, expected: expected[what], counted: counted[what] }));
}
