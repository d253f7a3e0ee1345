import { createClient, RESP_TYPES } from '@redis/client';
import { catchUp } from './catch-up.ts';
import {
  type ComponentBatches,
  type Image,
  type Position,
  type RecordBatches,
  START,
  type StoredComponent,
} from './image.ts';
import { foldRecords, type ImageBatch } from './image-batch.ts';
import { APPLY } from './redis-script.ts';
import { placeOf } from './remote-place.ts';
import { StoreError } from './store-error.ts';

export interface RedisImageOptions {
  /** `redis://` or `rediss://`, with user and password where needed, and the number of a database. */
  readonly url: string;
  /** Beginning of all keys: two stores in one database need two. */
  readonly prefix?: string;
  /** What the server's append-only file does: flush it each second, or before each answer. */
  readonly durability?: 'everysec' | 'always';
  /** A command that takes longer has failed, in milliseconds; default 8000. */
  readonly timeoutMs?: number;
}

const FORMAT = '1';
/** Entities in one hash: 2 to the power of this. Few enough to read at once, many enough to be cheap in memory. */
const BUCKET_BITS = 8;
/** Hashes that are asked for at a time. */
const READ_AHEAD = 16;
/**
 * What an everysec server may lose, with room to spare: it flushes each second, and refuses to write when a flush takes longer
 * than two. https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/
 */
const EVERYSEC_LOSS_MS = 5000;

type Argument = string | Buffer;

interface Applied {
  readonly sequence: number;
  readonly atMs: number;
}

/**
 * An image in Redis. The components of 256 serials lie in one hash: `{prefix}:c:<serial / 256, hex>`; a field is serial and
 * component (6 bytes, big-endian), its value one byte of schema version and the state. `{prefix}:buckets` lists the hashes,
 * `{prefix}:position` tells where the image stands and how many components it has. A batch is one script: all or nothing, and only
 * if the image stands where this process left it.
 */
export class RedisImage implements Image {
  readonly #client: ReturnType<typeof createClient>;
  readonly #prefix: string;
  readonly #place: string;
  readonly #timeoutMs: number;
  readonly #isAlways: boolean;
  #position: Position = START;
  #components = 0;
  #damage: string | null = null;
  #script = '';
  readonly #meta = new Map<string, string>();
  #recent: Applied[] = [];
  #settled = 0;

  /**
   * @throws GMG_STORE_IO when the server cannot be reached; GMG_STORE_SETUP when it keeps less than `durability` says or may throw
   * keys away; GMG_STORE_FORMAT when a newer program wrote the image.
   */
  static async open(options: RedisImageOptions): Promise<RedisImage> {
    const image = new RedisImage(options);
    try {
      await image.#client.connect().catch((error: unknown) => {
        throw new StoreError('GMG_STORE_IO', `${image.#place} cannot be reached: ${reasonOf(error)}`, {
          cause: error,
        });
      });
      await image.#checkSetup(options.durability ?? 'everysec');
      await image.#read();
    } catch (error) {
      await image.close();
      throw error;
    }
    return image;
  }

  private constructor({
    url,
    prefix = 'gommog',
    durability = 'everysec',
    timeoutMs = 8000,
  }: RedisImageOptions) {
    this.#prefix = `{${prefix}}`;
    this.#place = `redis at ${placeOf(url)}`;
    this.#timeoutMs = timeoutMs;
    this.#isAlways = durability === 'always';
    this.#client = createClient({
      url,
      RESP: 2,
      disableOfflineQueue: true,
      socket: { connectTimeout: timeoutMs, reconnectStrategy: false },
    });
    // Each command tells of it too; without a listener it would end the process.
    this.#client.on('error', () => {});
  }

  get position(): Position {
    return this.#position;
  }

  get reach(): number {
    return this.#position.sequence;
  }

  get settled(): number {
    if (this.#isAlways) return this.#position.sequence;
    const until = performance.now() - EVERYSEC_LOSS_MS;
    while (this.#recent.length > 0 && this.#recent[0]!.atMs <= until)
      this.#settled = this.#recent.shift()!.sequence;
    return this.#settled;
  }

  get damage(): string | null {
    return this.#damage;
  }

  async apply(records: readonly Uint8Array[]): Promise<void> {
    const batch = foldRecords(this.#position, records);
    if (batch !== null) await this.#write(batch);
  }

  catchUp(records: RecordBatches): Promise<void> {
    return catchUp({ image: this, write: (batch) => this.#write(batch) }, records);
  }

  async #write(batch: ImageBatch): Promise<void> {
    const { epoch, sequence, tick, timeMs } = batch.position;
    const { epoch: fromEpoch, sequence: fromSequence } = this.#position;
    const keys: string[] = [this.#key('position'), this.#key('buckets')];
    const args: Argument[] = [fromEpoch, fromSequence, epoch, sequence, tick, timeMs].map(String);
    for (const [bucket, { sets, removals }] of bucketsOf(batch)) {
      keys.push(this.#bucketKey(bucket));
      args.push(String(bucket), String(sets.length / 2), String(removals.length), ...sets, ...removals);
    }
    const script: Argument[] = ['EVALSHA', this.#script, String(keys.length)];
    const answer = (await this.#send(script.concat(keys, args))) as unknown[];
    if (answer[0] !== 1) {
      throw new StoreError(
        'GMG_STORE_EPOCH',
        `${this.#place} stands at record ${text(answer[2])} of epoch ${text(answer[1])}, not at ${fromSequence} of ` +
          `${fromEpoch}: it lost data, or another process writes there`,
      );
    }
    this.#components = Number(answer[1]);
    this.#moveTo(batch.position);
  }

  async *components(): AsyncGenerator<readonly StoredComponent[]> {
    let count = 0;
    const buckets = await this.#buckets();
    for (let at = 0; at < buckets.length; at += READ_AHEAD) {
      const some = buckets.slice(at, at + READ_AHEAD);
      const hashes = await Promise.all(
        some.map((bucket) => this.#command('HGETALL', this.#bucketKey(bucket))),
      );
      for (const hash of hashes) {
        const components = decodeBucket(hash as Buffer[]);
        count += components.length;
        if (components.length > 0) yield components;
      }
    }
    // While others write, the counts of different moments cannot be compared: then the log makes up for it.
    if (count < this.#components && count === (await this.#countComponents())) {
      throw new StoreError('GMG_STORE_CORRUPT', `${this.#place}: ${this.#lossOf(count)}`);
    }
  }

  async replace(position: Position, components: ComponentBatches): Promise<void> {
    await this.#command('HSET', this.#key('meta'), 'filling', '1');
    await this.#command('DEL', this.#key('position'));
    for (const bucket of await this.#buckets()) await this.#command('UNLINK', this.#bucketKey(bucket));
    await this.#command('DEL', this.#key('buckets'));
    this.#position = START;
    this.#damage = UNFINISHED;
    this.#recent = [];
    this.#settled = 0;
    for await (const batch of components) {
      // The script cannot be used: it counts, and asks where the image stands.
      const buckets = bucketsOf({ changes: batch });
      await this.#command(
        'ZADD',
        this.#key('buckets'),
        ...[...buckets.keys()].flatMap((b) => [`${b}`, `${b}`]),
      );
      await Promise.all(
        [...buckets].map(([bucket, { sets }]) => this.#command('HSET', this.#bucketKey(bucket), ...sets)),
      );
    }
    this.#components = await this.#countComponents();
    const { epoch, sequence, tick, timeMs } = position;
    const fields = { epoch, sequence, tick, timeMs, components: this.#components };
    await this.#command(
      'HSET',
      this.#key('position'),
      ...Object.entries(fields).flatMap(([name, value]) => [name, String(value)]),
    );
    await this.#command('HDEL', this.#key('meta'), 'filling');
    this.#damage = null;
    this.#moveTo(position);
  }

  async meta(name: string): Promise<string | null> {
    return this.#meta.get(`meta:${name}`) ?? null;
  }

  async setMeta(name: string, value: string): Promise<void> {
    await this.#command('HSET', this.#key('meta'), 'format', FORMAT, `meta:${name}`, value);
    this.#meta.set(`meta:${name}`, value);
  }

  async close(): Promise<void> {
    if (this.#client.isOpen) this.#client.destroy();
  }

  #moveTo(position: Position): void {
    this.#position = position;
    this.#recent.push({ sequence: position.sequence, atMs: performance.now() });
    // One mark for each moment that differs is enough.
    if (this.#recent.length > 1000) this.#recent = this.#recent.filter((_, i) => i % 2 === 1);
  }

  async #read(): Promise<void> {
    this.#script = text(await this.#command('SCRIPT', 'LOAD', APPLY));
    const meta = (await this.#command('HGETALL', this.#key('meta'))) as Buffer[];
    for (let i = 0; i < meta.length; i += 2) this.#meta.set(text(meta[i]), text(meta[i + 1]));
    const format = this.#meta.get('format') ?? FORMAT;
    if (format !== FORMAT)
      throw new StoreError('GMG_STORE_FORMAT', `${this.#place} has image format ${format}`);
    const found = (await this.#command(
      'HMGET',
      this.#key('position'),
      'epoch',
      'sequence',
      'tick',
      'timeMs',
      'components',
    )) as (Buffer | null)[];
    const [epoch, sequence, tick, timeMs, components] = found.map((value) => Number(value ?? 0));
    const count = await this.#countComponents();
    if (this.#meta.has('filling')) this.#damage = UNFINISHED;
    else if (count !== components) this.#damage = this.#lossOf(count, components);
    if (this.#damage !== null) return;
    this.#components = count;
    this.#position = { epoch: epoch!, sequence: sequence!, tick: tick!, timeMs: timeMs! };
    this.#recent = [{ sequence: sequence!, atMs: performance.now() }];
  }

  async #checkSetup(durability: 'everysec' | 'always'): Promise<void> {
    const refuse = (problem: string): never => {
      throw new StoreError('GMG_STORE_SETUP', `${this.#place} ${problem}`);
    };
    if ((await this.#setting('appendonly')) === 'no') {
      refuse('keeps nothing over a restart: set appendonly yes in redis.conf');
    }
    const flush = await this.#setting('appendfsync');
    if (flush === 'no' || (flush === 'everysec' && durability === 'always')) {
      refuse(
        `has appendfsync ${flush}, but the image is to be kept as ${durability}: change one of them to the other`,
      );
    }
    if ((await this.#setting('maxmemory-policy'))?.startsWith('allkeys')) {
      refuse('throws away keys when its memory is full: set maxmemory-policy noeviction in redis.conf');
    }
  }

  /** Null where the server does not tell, as managed ones do. */
  async #setting(name: string): Promise<string | null> {
    try {
      const answer = (await this.#command('CONFIG', 'GET', name)) as Buffer[];
      return answer.length < 2 ? null : text(answer[1]);
    } catch {
      return null;
    }
  }

  async #buckets(): Promise<number[]> {
    const names = (await this.#command('ZRANGE', this.#key('buckets'), '0', '-1')) as Buffer[];
    return names.map(Number);
  }

  async #countComponents(): Promise<number> {
    const buckets = await this.#buckets();
    let count = 0;
    for (let at = 0; at < buckets.length; at += 1000) {
      const some = buckets.slice(at, at + 1000);
      const lengths = await Promise.all(some.map((bucket) => this.#command('HLEN', this.#bucketKey(bucket))));
      for (const length of lengths) count += Number(length);
    }
    return count;
  }

  #lossOf(found: number, expected = this.#components): string {
    return `it has ${found} components where ${expected} should be`;
  }

  #key(name: string): string {
    return `${this.#prefix}:${name}`;
  }

  #bucketKey(bucket: number): string {
    return `${this.#prefix}:c:${bucket.toString(16)}`;
  }

  #command(...args: Argument[]): Promise<unknown> {
    return this.#send(args);
  }

  /** The same with so many words that a call cannot hold them. */
  async #send(args: Argument[]): Promise<unknown> {
    try {
      return await this.#client.sendCommand(args, {
        typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer },
        timeout: this.#timeoutMs,
      });
    } catch (error) {
      throw new StoreError('GMG_STORE_IO', `${this.#place}: ${reasonOf(error)}`, { cause: error });
    }
  }
}

const UNFINISHED = 'it was being made anew, and that was cut off';

interface Bucket {
  /** Name and value by turns. */
  readonly sets: Buffer[];
  readonly removals: Buffer[];
}

function bucketsOf({ changes }: Pick<ImageBatch, 'changes'>): Map<number, Bucket> {
  const buckets = new Map<number, Bucket>();
  for (const { serial, component, version, data } of changes) {
    const number = serial >>> BUCKET_BITS;
    let bucket = buckets.get(number);
    if (bucket === undefined) {
      bucket = { sets: [], removals: [] };
      buckets.set(number, bucket);
    }
    const name = Buffer.allocUnsafe(6);
    name.writeUInt32BE(serial, 0);
    name.writeUInt16BE(component, 4);
    if (data === null) bucket.removals.push(name);
    else bucket.sets.push(name, Buffer.concat([Uint8Array.of(version), data]));
  }
  return buckets;
}

function decodeBucket(hash: readonly Buffer[]): StoredComponent[] {
  const components: StoredComponent[] = [];
  for (let i = 0; i < hash.length; i += 2) {
    const name = hash[i]!;
    const value = hash[i + 1]!;
    components.push({
      serial: name.readUInt32BE(0),
      component: name.readUInt16BE(4),
      version: value[0]!,
      data: value.subarray(1),
    });
  }
  return components.sort((a, b) => a.serial - b.serial || a.component - b.component);
}

function text(value: unknown): string {
  return String(value);
}

function reasonOf(error: unknown): string {
  // A refused connection is told for each address, and has no message of its own.
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
