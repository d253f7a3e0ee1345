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

/** Gold and items there should be. */
export interface Stock {
  readonly gold: number;
  readonly items: number;
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
      for (const { counted, expected, sequence, timeMs, what } of alarms) {
        this.#db
          .prepare('INSERT OR REPLACE INTO alarm VALUES (?, ?, ?, ?, ?)')
          .run(sequence, what, Math.round(timeMs), expected, counted);
      }
      this.#db
        .prepare('INSERT OR REPLACE INTO state VALUES (1, ?, ?, ?, ?)')
        .run(cursor.batch, through, this.#stock?.gold ?? null, this.#stock?.items ?? null);
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      this.#restore();
      throw error;
    }
    this.#cursor = cursor;
    for (const alarm of alarms) this.onAlarm?.(alarm);
  }

  #book(event: TopicEvent): Alarm[] {
    const { body, kind } = event;
    switch (kind) {
      case 'goods-counted':
        return this.#compare(event, domainEvents['goods-counted'].parse(body));
      case 'gold-minted': {
        const { amount, reason } = domainEvents['gold-minted'].parse(body);
        this.#flow(event, reason, amount, 0);
        this.#add(amount, 0);
        return [];
      }
      case 'gold-burned': {
        const { amount, reason } = domainEvents['gold-burned'].parse(body);
        this.#flow(event, reason, 0, amount);
        this.#add(-amount, 0);
        return [];
      }
      case 'item-created':
        this.#add(0, 1);
        return [];
      case 'item-destroyed':
        this.#add(0, -1);
        return [];
      default:
        return [];
    }
  }

  #add(gold: number, items: number): void {
    if (this.#stock !== null)
      this.#stock = { gold: this.#stock.gold + gold, items: this.#stock.items + items };
  }

  /** After an alarm the books go on from what was counted: one fault is told once. */
  #compare({ sequence, timeMs }: TopicEvent, { gold, items }: Stock): Alarm[] {
    const booked = this.#stock;
    this.#stock = { gold, items };
    if (booked === null) return [];
    const alarms: Alarm[] = [];
    for (const what of ['gold', 'items'] as const) {
      const counted = what === 'gold' ? gold : items;
      if (booked[what] !== counted) alarms.push({ sequence, timeMs, what, expected: booked[what], counted });
    }
    return alarms;
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
