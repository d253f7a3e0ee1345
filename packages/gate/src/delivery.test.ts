import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Link } from '@gommog/core';
import { Delivery, PackedStream } from './index.ts';

/** Pieces that do not pack well, all in one buffer, as their maker may do it. */
function* pieces(count: number, bytes: number): Generator<Uint8Array> {
  const buffer = new Uint8Array(bytes);
  let state = 1;
  for (let n = 0; n < count; n++) {
    for (let i = 0; i < bytes; i++) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) | 0;
      buffer[i] = state >> 16;
    }
    yield buffer;
  }
}

function wholeOf(count: number, bytes: number): Buffer {
  return Buffer.concat([...Array.from(pieces(count, bytes), (piece) => piece.slice())]);
}

function stream(
  count: number,
  bytes: number,
  from: Iterable<Uint8Array> = pieces(count, bytes),
): PackedStream {
  return new PackedStream({
    pieces: from,
    count,
    packetBytes: 100,
    effort: 1,
    packet: (data, share) => Uint8Array.of(Math.floor(share * 100), ...data),
    onFault: assert.ifError,
  });
}

/** A link that takes so many bytes and then waits for `drain`. */
class NarrowLink {
  readonly sent: Uint8Array[] = [];
  readonly room: number;
  queuedBytes = 0;
  most = 0;

  constructor(room: number) {
    this.room = room;
  }

  write(bytes: Uint8Array): void {
    this.sent.push(bytes.slice());
    this.queuedBytes += bytes.length;
    this.most = Math.max(this.most, this.queuedBytes);
  }

  flush(): void {
    if (this.queuedBytes <= this.room) this.queuedBytes = 0;
  }
}

function payloadOf(packets: readonly Uint8Array[]): Buffer {
  return Buffer.concat(packets.map((packet) => packet.subarray(1)));
}

function soon(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

test('what is packed comes whole to each link, in packets of one size, with how far it is', async () => {
  const source = stream(40, 1_000);
  const links = [new NarrowLink(Number.POSITIVE_INFINITY), new NarrowLink(Number.POSITIVE_INFINITY)];
  await Promise.all(
    links.map(
      (link) => new Promise<void>((done) => new Delivery(link as unknown as Link, source, done).pump()),
    ),
  );
  for (const { sent } of links) {
    assert.deepEqual(gunzipSync(payloadOf(sent)), wholeOf(40, 1_000));
    assert.ok(sent.slice(0, -1).every(({ length }) => length === 101));
    const shares = sent.map(([share]) => share!);
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => a - b),
    );
    assert.equal(shares.at(-1), 100);
  }
});

test('a link without room gets no more until it has', async () => {
  const source = stream(300, 1_000);
  while (!source.isComplete) await soon();
  const link = new NarrowLink(1_000);
  let isSent = false;
  const delivery = new Delivery(link as unknown as Link, source, () => {
    isSent = true;
  });
  delivery.pump();
  for (let i = 0; i < 100; i++) await soon();
  assert.ok(!isSent);
  assert.ok(link.most < 65_536 + 101, `${link.most} bytes wait`);
  for (let i = 0; i < 200 && !isSent; i++) {
    link.queuedBytes = 0;
    delivery.pump();
    await soon();
  }
  assert.deepEqual(gunzipSync(payloadOf(link.sent)), wholeOf(300, 1_000));
});

test('a delivery that is stopped sends no more and tells nobody', async () => {
  const source = stream(40, 1_000);
  const link = new NarrowLink(Number.POSITIVE_INFINITY);
  const delivery = new Delivery(link as unknown as Link, source, () => assert.fail('it is not sent'));
  delivery.pump();
  delivery.stop();
  const before = link.sent.length;
  while (!source.isComplete) await soon();
  assert.equal(link.sent.length, before);
});

test('a fault of whoever makes the pieces is told, and ends nothing else', async () => {
  let fault: unknown = null;
  const broken = (function* (): Generator<Uint8Array> {
    yield new Uint8Array(10);
    throw new Error('no more');
  })();
  const source = new PackedStream({
    pieces: broken,
    count: 2,
    packetBytes: 10,
    effort: 1,
    packet: (data) => data,
    onFault: (error) => {
      fault = error;
    },
  });
  while (fault === null) await soon();
  assert.match(String(fault), /no more/);
  assert.ok(!source.isComplete);
});
