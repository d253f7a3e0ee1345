import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * The file of an LMDB database as it lies on the disk, looked through without LMDB: that maps the file into memory and believes it,
 * so that a damaged one ends the process. Nobody may write to it meanwhile. The layout is of LMDB's data version 2 (`mdb.c` of the
 * package `lmdb`), little-endian:
 *
 *   page    u64 number · u64 transaction · u16 pad · u16 flags · u16 lower · u16 upper (or u32 pages of an overflow)
 *   meta    in pages 0 and 1: u32 magic · u32 version · 16 bytes · two trees (free pages, main) · u64 last page · u64 transaction
 *   tree    u32 pad (page size in the first) · u16 flags · u16 depth · u64 branches · u64 leaves · u64 overflows · u64 entries · u64 root
 *   node    u16 low, u16 high (size of the data; in a branch, of the page's number) · u16 flags · u16 size of the key · key · data
 */
const PAGE_HEAD = 24;
const NODE_HEAD = 8;
const TREE_BYTES = 48;
const MAGIC = 0xbeefc0de;
const VERSION = 2;
const NO_PAGE = 0xffffffffffffffffn;

const META = { version: 28, pageSize: 48, free: 48, main: 96, lastPage: 144, transaction: 152, bytes: 160 };
const PAGE = { branch: 0x01, leaf: 0x02, overflow: 0x04 };
const NODE = { big: 0x01, tree: 0x02 };
/** A tree of so many levels would have more pages than any disk. */
const MAX_DEPTH = 32;

/** Something in the file that LMDB cannot have written, or a value that `isSound` does not take. */
export interface LmdbDamage {
  readonly offset: number;
  readonly problem: string;
  /** Key of the value that is damaged; null when it is not a value, or not known of which. */
  readonly key: Uint8Array | null;
}

/** Bytes of a buffer, which is another's the next moment. */
export interface Span {
  bytes: Buffer;
  at: number;
  end: number;
}

/** Says of a value in the named database `database` whether it is what was written. */
export type ValueCheck = (database: string, key: Span, value: Span) => boolean;

/** The first damage of an LMDB file; null when it is sound, or not there. Reads all of it, and waits for the disk. */
export function damageOfLmdb(path: string, isSound: ValueCheck): LmdbDamage | null {
  if (!existsSync(path)) return null;
  const handle = openSync(path, 'r');
  try {
    new LmdbFile(handle, isSound).check();
    return null;
  } catch (error) {
    if (error instanceof Damaged) return error;
    throw error;
  } finally {
    closeSync(handle);
  }
}

class Damaged extends Error implements LmdbDamage {
  readonly offset: number;
  readonly problem: string;
  readonly key: Uint8Array | null;

  constructor(offset: number, problem: string, key: Uint8Array | null = null) {
    super(problem);
    this.offset = offset;
    this.problem = problem;
    this.key = key;
  }
}

const NOTHING = Buffer.alloc(0);

interface Tree {
  readonly name: string;
  readonly depth: number;
  readonly entries: bigint;
  readonly root: bigint;
}

class LmdbFile {
  readonly #handle: number;
  readonly #isSound: ValueCheck;
  readonly #size: number;
  #pageSize = 4096;
  #pages = 0;
  /** A bit for each page that something of the file uses. */
  #used = new Uint8Array(0);
  /** The pages on the way from the root to the one that is looked at, and how many they are. */
  readonly #way: Buffer[] = [];
  #depth = 0;
  /** Of the entry that is looked at: a new object for each of millions would cost more than the look. */
  readonly #key: Span = { bytes: NOTHING, at: 0, end: 0 };
  readonly #value: Span = { bytes: NOTHING, at: 0, end: 0 };

  constructor(handle: number, isSound: ValueCheck) {
    this.#handle = handle;
    this.#isSound = isSound;
    this.#size = fstatSync(handle).size;
  }

  check(): void {
    // Made, and never written to.
    if (this.#size === 0) return;
    const { at, meta } = this.#newestMeta();
    this.#pages = Number(meta.readBigUInt64LE(META.lastPage)) + 1;
    if (!(this.#pages >= 2 && this.#pages * this.#pageSize <= this.#size))
      throw new Damaged(
        at,
        `it has ${this.#size} bytes, and says that it has ${this.#pages} pages of ${this.#pageSize}`,
      );
    this.#used = new Uint8Array(Math.ceil(this.#pages / 8));
    this.#use(0, at);
    this.#use(1, at);
    this.#checkTree(treeAt(meta, META.main, ''), at);
    this.#checkTree(treeAt(meta, META.free, FREE), at);
  }

  /** LMDB starts from the one of the newer transaction. */
  #newestMeta(): { readonly at: number; readonly meta: Buffer } {
    let newest = this.#meta(0);
    this.#pageSize = newest.meta.readUInt32LE(META.pageSize);
    const isSize =
      this.#pageSize >= 256 && this.#pageSize <= 65536 && Number.isInteger(Math.log2(this.#pageSize));
    if (!isSize) throw new Damaged(META.pageSize, `a page size of ${this.#pageSize}`);
    const other = this.#meta(this.#pageSize);
    const isNewer =
      other.meta.readBigUInt64LE(META.transaction) > newest.meta.readBigUInt64LE(META.transaction);
    if (isNewer) newest = other;
    if (newest.meta.readUInt32LE(META.pageSize) !== this.#pageSize)
      throw new Damaged(newest.at + META.pageSize, 'two sizes of a page');
    return newest;
  }

  #meta(at: number): { readonly at: number; readonly meta: Buffer } {
    const meta = Buffer.alloc(META.bytes);
    if (readSync(this.#handle, meta, 0, META.bytes, at) < META.bytes)
      throw new Damaged(at, 'it ends in its head');
    if (meta.readUInt32LE(PAGE_HEAD) !== MAGIC) throw new Damaged(at, 'it does not begin as an LMDB file');
    const version = meta.readUInt32LE(META.version) & 0xffff;
    if (version !== VERSION) throw new Damaged(at, `a version of ${version}`);
    return { at, meta };
  }

  /** `from`: where the number of the page stands. */
  #use(page: number, from: number): void {
    if (!(page < this.#pages)) throw new Damaged(from, `page ${page} of ${this.#pages}`);
    const bit = 1 << (page & 7);
    if ((this.#used[page >> 3]! & bit) !== 0) throw new Damaged(from, `page ${page} is used twice`);
    this.#used[page >> 3]! |= bit;
  }

  #checkTree(tree: Tree, from: number): void {
    if (tree.root === NO_PAGE && tree.entries === 0n) return;
    if (tree.depth < 1 || tree.depth > MAX_DEPTH) throw new Damaged(from, `a tree of depth ${tree.depth}`);
    const entries = this.#checkPage(tree, Number(tree.root), 1, from);
    if (BigInt(entries) !== tree.entries)
      throw new Damaged(from, `${entries} entries, where it names ${tree.entries}`);
  }

  /** Returns how many entries are below the page. */
  #checkPage(tree: Tree, page: number, level: number, from: number): number {
    this.#use(page, from);
    const bytes = this.#enter(page);
    const at = page * this.#pageSize;
    const isLeaf = level === tree.depth;
    const lower = bytes.readUInt16LE(20);
    const upper = bytes.readUInt16LE(22);
    const space = this.#pageSize - PAGE_HEAD;
    const isKind = (bytes.readUInt16LE(18) & 0x7f) === (isLeaf ? PAGE.leaf : PAGE.branch);
    if (
      bytes.readBigUInt64LE(0) !== BigInt(page) ||
      !isKind ||
      lower > upper ||
      upper > space ||
      lower % 2 !== 0
    )
      throw new Damaged(at, `page ${page} is not a page of its tree`);
    const count = lower / 2;
    if (!isLeaf && count < 1) throw new Damaged(at, `page ${page} is empty`);
    let entries = 0;
    let before = -1;
    for (let i = 0; i < count; i++) {
      const node = bytes.readUInt16LE(PAGE_HEAD + i * 2) + PAGE_HEAD;
      if (node < PAGE_HEAD + upper || node + NODE_HEAD + keySize(bytes, node) > this.#pageSize)
        throw new Damaged(at + PAGE_HEAD + i * 2, `page ${page} has a node at ${node}`);
      // The first key of a branch counts as the smallest, whatever it is; those of free pages are numbers.
      if (before >= 0 && tree.name !== FREE && !isBelow(bytes, before, node))
        throw new Damaged(at + node, `page ${page} has a key that is not above the one before it`);
      if (isLeaf || i > 0) before = node;
      if (isLeaf) entries += this.#checkEntry(tree, bytes, at, node);
      else entries += this.#checkPage(tree, pageOf(bytes, node), level + 1, at + node);
    }
    this.#depth--;
    return entries;
  }

  /** Returns 1: it is one entry. */
  #checkEntry(tree: Tree, bytes: Buffer, at: number, node: number): number {
    const size = bytes.readUInt32LE(node);
    const flags = bytes.readUInt16LE(node + 4);
    const dataAt = node + NODE_HEAD + keySize(bytes, node);
    const isBig = (flags & NODE.big) !== 0;
    const end = dataAt + (isBig ? PAGE_HEAD : size);
    if (end > this.#pageSize) throw new Damaged(at + node, 'an entry beyond its page');
    const key = this.#span(this.#key, bytes, node + NODE_HEAD, dataAt);
    if (isBig) {
      const value = this.#overflow(bytes, at, dataAt, size);
      this.#span(this.#value, value, PAGE_HEAD, PAGE_HEAD + size);
    } else this.#span(this.#value, bytes, dataAt, end);
    // The numbers of pages that may be written to.
    if (tree.name === FREE) return 1;
    if ((flags & NODE.tree) !== 0) {
      if (size !== TREE_BYTES || tree.name !== '') throw new Damaged(at + node, 'a tree that is none');
      const name = bytes.toString('latin1', key.at, key.end).replace(/\0+$/, '');
      this.#checkTree(treeAt(bytes, dataAt, name), at + dataAt);
      return 1;
    }
    if (!this.#isSound(tree.name, key, this.#value))
      throw new Damaged(
        at + dataAt,
        'a value is not what was written',
        Uint8Array.from(bytes.subarray(key.at, key.end)),
      );
    return 1;
  }

  #span(span: Span, bytes: Buffer, at: number, end: number): Span {
    span.bytes = bytes;
    span.at = at;
    span.end = end;
    return span;
  }

  /** A value that is larger than a page can hold lies in pages of its own. */
  #overflow(bytes: Buffer, at: number, dataAt: number, size: number): Buffer {
    const first = Number(bytes.readBigUInt64LE(dataAt));
    const pages = Math.ceil((size + PAGE_HEAD) / this.#pageSize);
    for (let i = 0; i < pages; i++) this.#use(first + i, at + dataAt);
    const all = Buffer.alloc(pages * this.#pageSize);
    readSync(this.#handle, all, 0, all.length, first * this.#pageSize);
    const isOverflow = (all.readUInt16LE(18) & PAGE.overflow) !== 0 && all.readUInt32LE(20) >= pages;
    if (all.readBigUInt64LE(0) !== BigInt(first) || !isOverflow)
      throw new Damaged(first * this.#pageSize, `page ${first} is not the value that it should be`);
    return all;
  }

  #enter(page: number): Buffer {
    this.#way[this.#depth] ??= Buffer.alloc(this.#pageSize);
    const buffer = this.#way[this.#depth++]!;
    readSync(this.#handle, buffer, 0, this.#pageSize, page * this.#pageSize);
    return buffer;
  }
}

const FREE = '(free pages)';

function keySize(bytes: Buffer, node: number): number {
  return bytes[node + 6]! | (bytes[node + 7]! << 8);
}

/** The page below that a node of a branch points to. */
function pageOf(bytes: Buffer, node: number): number {
  return bytes.readUInt32LE(node) + bytes.readUInt16LE(node + 4) * 0x100000000;
}

/** Is the key of one node smaller than that of another? */
function isBelow(bytes: Buffer, one: number, other: number): boolean {
  const [size, otherSize] = [keySize(bytes, one), keySize(bytes, other)];
  for (let i = 0; i < size && i < otherSize; i++) {
    const difference = bytes[one + NODE_HEAD + i]! - bytes[other + NODE_HEAD + i]!;
    if (difference !== 0) return difference < 0;
  }
  return size < otherSize;
}

function treeAt(bytes: Buffer, at: number, name: string): Tree {
  return {
    name,
    depth: bytes.readUInt16LE(at + 6),
    entries: bytes.readBigUInt64LE(at + 32),
    root: bytes.readBigUInt64LE(at + 40),
  };
}
