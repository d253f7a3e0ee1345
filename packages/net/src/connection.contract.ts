import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection, Receiver } from './connection.ts';

export interface PairOptions {
  readonly serving: Receiver;
  readonly connecting: Receiver;
  /** Limit of both ends. */
  readonly outBufferBytes?: number;
}

export interface Pair {
  readonly serving: Connection;
  readonly connecting: Connection;
  /** Ends what carried the two. */
  dispose(): Promise<void>;
}

/** What each kind of connection gives to the tests that all must pass. */
export interface ContractSubject {
  open(options: PairOptions): Promise<Pair>;
  /** Calls of the network, by any end, that `act` leads to. */
  countSends(act: () => void): Promise<number>;
}

/** A receiver that notes what happens to it. */
class Recorder implements Receiver {
  readonly chunks: Uint8Array[] = [];
  readonly reasons: string[] = [];
  drains = 0;
  length = 0;

  onData(bytes: Uint8Array): void {
    this.chunks.push(bytes.slice());
    this.length += bytes.length;
  }

  onClose(reason: string): void {
    this.reasons.push(reason);
  }

  onDrain(): void {
    this.drains++;
  }

  get bytes(): Uint8Array {
    return Uint8Array.from(Buffer.concat(this.chunks));
  }
}

async function until(isDone: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (!isDone()) {
    assert.ok(performance.now() < deadline, `in vain waited until ${what}`);
    await sleep(2);
  }
}

function numbered(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) bytes[i] = (i * 31) ^ (i >>> 8) ^ (i >>> 16);
  return bytes;
}

/** Declares the tests that every kind of connection must pass. */
export function connectionContract(name: string, subject: ContractSubject): void {
  const withPair = async (
    options: Partial<PairOptions>,
    act: (pair: Pair, serving: Recorder, connecting: Recorder) => Promise<void>,
  ): Promise<void> => {
    const [serving, connecting] = [new Recorder(), new Recorder()];
    const pair = await subject.open({ serving, connecting, ...options });
    try {
      await act(pair, serving, connecting);
    } finally {
      await pair.dispose();
    }
  };

  describe(`a connection over ${name}`, () => {
    test('knows its ends', () =>
      withPair({}, async ({ serving, connecting }) => {
        assert.notEqual(serving.id, connecting.id);
        assert.notEqual(serving.address, '');
        assert.notEqual(serving.localAddress, '');
        assert.equal(serving.localPort > 0, true);
      }));

    test('carries bytes both ways in order, and owns what was written', () =>
      withPair({}, async (pair, serving, connecting) => {
        const reused = new Uint8Array(1);
        for (let i = 0; i < 100; i++) {
          reused[0] = i;
          pair.connecting.write(reused);
          if (i % 7 === 0) pair.connecting.flush();
        }
        pair.connecting.flush();
        await until(() => serving.length === 100, 'all came');
        assert.deepEqual(
          serving.bytes,
          Uint8Array.from({ length: 100 }, (_, i) => i),
        );
        pair.serving.write(Uint8Array.of(1, 2, 3));
        pair.serving.flush();
        await until(() => connecting.length === 3, 'the answer came');
        assert.equal(pair.serving.bytesIn, 100);
        assert.equal(pair.connecting.bytesOut, 100);
        assert.equal(pair.connecting.queuedBytes, 0);
      }));

    test('sends nothing before a flush, and everything in one call', () =>
      withPair({}, async (pair, serving) => {
        const sends = await subject.countSends(() => {
          for (let i = 0; i < 1000; i++) pair.connecting.write(new Uint8Array(17));
        });
        assert.equal(sends, 0);
        assert.equal(pair.connecting.queuedBytes, 17_000);
        await sleep(5);
        assert.equal(serving.length, 0);
        assert.equal(await subject.countSends(() => pair.connecting.flush()), 1);
        assert.equal(await subject.countSends(() => pair.connecting.flush()), 0);
        await until(() => serving.length === 17_000, 'all came');
      }));

    test('echoes 10 MB with back-pressure', async () => {
      const sent = numbered(10_000_000);
      let at = 0;
      const pump = (): void => {
        while (at < sent.length && pair.connecting.queuedBytes < 200_000) {
          pair.connecting.write(sent.subarray(at, at + 60_000));
          at += 60_000;
          // In memory the echo comes back before this returns.
          pair.connecting.flush();
        }
      };
      const echo: Receiver = {
        onData: (bytes) => {
          pair.serving.write(bytes);
          pair.serving.flush();
          if (pair.serving.queuedBytes > 500_000) pair.serving.pause();
        },
        onClose: () => {},
        onDrain: () => pair.serving.resume(),
      };
      const back = new Recorder();
      const connecting: Receiver = {
        onData: (bytes) => {
          back.onData(bytes);
          pump();
        },
        onClose: () => {},
        onDrain: pump,
      };
      const pair = await subject.open({ serving: echo, connecting });
      try {
        pump();
        await until(() => back.length === sent.length, 'all came back');
        assert.ok(Buffer.from(back.bytes).equals(sent));
      } finally {
        await pair.dispose();
      }
    });

    test('is dropped when more waits than the limit, and not before', () =>
      withPair({ outBufferBytes: 100_000 }, async (pair, serving, connecting) => {
        pair.connecting.write(new Uint8Array(100_000));
        assert.deepEqual(connecting.reasons, []);
        pair.connecting.write(new Uint8Array(1));
        assert.deepEqual(connecting.reasons, [], 'never from within a call');
        await until(() => connecting.reasons.length > 0 && serving.reasons.length > 0, 'both know');
        assert.deepEqual(connecting.reasons, ['GMG_NET_TOO_SLOW']);
        assert.equal(serving.length, 0);
      }));

    test('is dropped when its peer takes nothing, though all is flushed', () =>
      withPair({ outBufferBytes: 1_000_000 }, async (pair, serving, connecting) => {
        pair.serving.pause();
        const chunk = new Uint8Array(50_000);
        for (let i = 0; connecting.reasons.length === 0 && i < 2_000; i++) {
          pair.connecting.write(chunk);
          pair.connecting.flush();
          if (i % 10 === 0) await sleep(1);
        }
        assert.deepEqual(connecting.reasons, ['GMG_NET_TOO_SLOW']);
        pair.serving.resume();
        await until(() => serving.reasons.length > 0, 'the peer knows');
      }));

    test('tells when it has room again, and keeps the order through it', () =>
      withPair({ outBufferBytes: 64_000_000 }, async (pair, serving, connecting) => {
        pair.serving.pause();
        const sent = numbered(12_000_000);
        for (let at = 0; at < sent.length; at += 40_000) {
          pair.connecting.write(sent.subarray(at, at + 40_000));
          pair.connecting.flush();
        }
        await sleep(20);
        assert.equal(connecting.drains, 0);
        assert.ok(pair.connecting.queuedBytes > 0);
        pair.serving.resume();
        await until(() => serving.length === sent.length && connecting.drains > 0, 'all came');
        assert.ok(Buffer.from(serving.bytes).equals(sent));
        assert.equal(pair.connecting.queuedBytes, 0);
      }));

    test('sends what was written before it closes, flushed or not', () =>
      withPair({}, async (pair, serving, connecting) => {
        pair.connecting.write(numbered(300_000));
        pair.connecting.flush();
        pair.connecting.write(Uint8Array.of(1, 2, 3));
        pair.connecting.close('GMG_TEST_DONE');
        assert.deepEqual(connecting.reasons, [], 'never from within close');
        pair.connecting.close('GMG_TEST_AGAIN');
        pair.connecting.write(Uint8Array.of(4));
        pair.connecting.flush();
        await until(() => serving.reasons.length > 0 && connecting.reasons.length > 0, 'both know');
        assert.equal(serving.length, 300_003);
        assert.deepEqual([...serving.bytes.subarray(-3)], [1, 2, 3]);
        assert.deepEqual(connecting.reasons, ['GMG_TEST_DONE']);
        assert.deepEqual(serving.reasons, ['GMG_NET_PEER_CLOSED']);
        assert.equal(pair.connecting.queuedBytes, 0);
      }));

    test('receives nothing after it closed', () =>
      withPair({}, async (pair, serving, connecting) => {
        pair.serving.close('GMG_TEST_DONE');
        pair.connecting.write(Uint8Array.of(1));
        pair.connecting.flush();
        await until(() => serving.reasons.length > 0 && connecting.reasons.length > 0, 'both know');
        assert.equal(serving.length, 0);
      }));

    test('may be closed and written to from within what it calls', async () => {
      const seen = new Recorder();
      const closing: Receiver = {
        onData: (bytes) => {
          pair.serving.write(bytes);
          pair.serving.close('GMG_TEST_DONE');
        },
        onClose: (reason) => {
          pair.serving.write(Uint8Array.of(9));
          pair.serving.flush();
          pair.serving.close('GMG_TEST_AGAIN');
          assert.equal(reason, 'GMG_TEST_DONE');
        },
      };
      const pair = await subject.open({ serving: closing, connecting: seen });
      pair.connecting.write(Uint8Array.of(7));
      pair.connecting.flush();
      await until(() => seen.reasons.length > 0, 'it is closed');
      assert.deepEqual(seen.bytes, Uint8Array.of(7));
      assert.deepEqual(seen.reasons, ['GMG_NET_PEER_CLOSED']);
      await pair.dispose();
    });
  });
}
