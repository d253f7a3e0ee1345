import { DatabaseSync } from 'node:sqlite';
import { BEGINNING, type Cursor, type Reading, type TopicEvent } from '@gommog/topics';

/** Which events somebody wants to see. */
export interface Query {
  /** Of an item, a character or an account: all that mention it, and of an account what mentions a character of it. */
  readonly serial?: number;
  readonly kind?: string;
  /** World time in milliseconds, both included. */
  readonly fromMs?: number;
  readonly toMs?: number;
  /** At most so many, the newest; default 1000. */
  readonly limit?: number;
}

/** A person by one of its logins. */
export interface Person {
  readonly character: number;
  readonly account: number;
  readonly name: string;
  readonly accountName: string;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS event (
    sequence INTEGER, place INTEGER, tick INTEGER, time_ms INTEGER, kind TEXT, body TEXT,
    PRIMARY KEY (sequence, place)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS mention (
    serial INTEGER, sequence INTEGER, place INTEGER, PRIMARY KEY (serial, sequence, place)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS person (
    character INTEGER PRIMARY KEY, account INTEGER, name TEXT COLLATE NOCASE, account_name TEXT COLLATE NOCASE
  );
  CREATE TABLE IF NOT EXISTS missing (first INTEGER PRIMARY KEY, last INTEGER);
  CREATE TABLE IF NOT EXISTS cursor (one INTEGER PRIMARY KEY CHECK (one = 1), batch INTEGER, through INTEGER);
  CREATE INDEX IF NOT EXISTS event_time ON event (time_ms);
`;

/** Fields that are serials of whom or what an event concerns, wherever in its body they stand. */
const SERIALS: ReadonlySet<string> = new Set(['item', 'by', 'character', 'account', 'root']);

const OF_SERIAL = `(
  SELECT DISTINCT sequence, place FROM mention
  WHERE serial = ?1 OR serial IN (SELECT character FROM person WHERE account = ?1)
) JOIN event USING (sequence, place)`;

/** What happened, by whom and what it concerned: a view of a topic that can be made anew at any time. */
export class Chronicle {
  readonly #db: DatabaseSync;

  /** `file`: where it is kept; `:memory:` for nowhere. */
  constructor(file: string) {
    this.#db = new DatabaseSync(file);
    this.#db.exec('PRAGMA journal_mode = WAL');
    this.#db.exec(SCHEMA);
  }

  /** Where to go on reading the topic. */
  get cursor(): Cursor {
    const row = this.#db.prepare('SELECT batch, through FROM cursor').get();
    return row === undefined ? BEGINNING : { batch: Number(row['batch']), through: Number(row['through']) };
  }

  /** Takes a batch with its cursor, wholly or not at all. A batch that was taken before changes nothing. */
  apply({ cursor, events, missing }: Reading): void {
    this.#db.exec('BEGIN');
    try {
      for (const event of events) this.#add(event);
      if (missing !== undefined) {
        this.#db.prepare('INSERT OR IGNORE INTO missing VALUES (?, ?)').run(missing.from, missing.to);
      }
      this.#db.prepare('INSERT OR REPLACE INTO cursor VALUES (1, ?, ?)').run(cursor.batch, cursor.through);
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  #add({ body, index, kind, sequence, tick, timeMs }: TopicEvent): void {
    this.#db
      .prepare('INSERT OR IGNORE INTO event VALUES (?, ?, ?, ?, ?, ?)')
      .run(sequence, index, tick, Math.round(timeMs), kind, JSON.stringify(body));
    const mention = this.#db.prepare('INSERT OR IGNORE INTO mention VALUES (?, ?, ?)');
    for (const serial of mentionedIn(body)) mention.run(serial, sequence, index);
    if (kind !== 'login') return;
    this.#db
      .prepare('INSERT OR REPLACE INTO person VALUES (?, ?, ?, ?)')
      .run(
        Number(body['character']),
        Number(body['account']),
        String(body['name']),
        String(body['accountName']),
      );
  }

  /** The newest events that fit, oldest first. */
  find({ fromMs, kind, limit = 1000, serial, toMs }: Query): TopicEvent[] {
    const source = serial === undefined ? 'event WHERE ?1 IS NULL' : `${OF_SERIAL} WHERE TRUE`;
    const rows = this.#db
      .prepare(
        `SELECT event.* FROM ${source} AND (?2 IS NULL OR kind = ?2) AND time_ms BETWEEN ?3 AND ?4
         ORDER BY sequence DESC, place DESC LIMIT ?5`,
      )
      .all(serial ?? null, kind ?? null, fromMs ?? 0, toMs ?? Number.MAX_SAFE_INTEGER, limit);
    return rows.reverse().map((row) => ({
      sequence: Number(row['sequence']),
      index: Number(row['place']),
      tick: Number(row['tick']),
      timeMs: Number(row['time_ms']),
      kind: String(row['kind']),
      key: '',
      body: JSON.parse(String(row['body'])) as Record<string, unknown>,
    }));
  }

  /** People whose character or account is called so. */
  people(name: string): Person[] {
    return this.#db
      .prepare('SELECT * FROM person WHERE name = ?1 OR account_name = ?1 ORDER BY character')
      .all(name)
      .map((row) => ({
        character: Number(row['character']),
        account: Number(row['account']),
        name: String(row['name']),
        accountName: String(row['account_name']),
      }));
  }

  /** Records of the commit log that never came: what happened in them is not here. */
  missing(): { from: number; to: number }[] {
    return this.#db
      .prepare('SELECT * FROM missing ORDER BY first')
      .all()
      .map((row) => ({ from: Number(row['first']), to: Number(row['last']) }));
  }

  close(): void {
    this.#db.close();
  }
}

function mentionedIn(body: unknown, serials: Set<number> = new Set()): ReadonlySet<number> {
  if (typeof body !== 'object' || body === null) return serials;
  for (const [field, value] of Object.entries(body)) {
    if (typeof value === 'number' && SERIALS.has(field) && value > 0) serials.add(value);
    else mentionedIn(value, serials);
  }
  return serials;
}
