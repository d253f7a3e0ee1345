import { Socket } from 'node:net';
import { mock } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import {
  type ContractSubject,
  connectionContract,
  type Pair,
  type PairOptions,
} from './connection.contract.ts';
import type { Accept, Connection, Listener, Receiver } from './connection.ts';
import { connectMemory } from './memory.ts';
import { connectTcp, listenTcp } from './tcp.ts';
import { connectWebSocket, listenWebSocket } from './websocket.ts';

type Listen = (accept: Accept, outBufferBytes: number) => Promise<Listener>;
type Connect = (port: number, receiver: Receiver, outBufferBytes: number) => Promise<Connection>;

const LIMIT = 4_000_000;

function overSockets(listen: Listen, connect: Connect): ContractSubject {
  return {
    async open({ serving, connecting, outBufferBytes = LIMIT }: PairOptions): Promise<Pair> {
      const accepted = Promise.withResolvers<Connection>();
      const listener = await listen((connection) => {
        accepted.resolve(connection);
        return serving;
      }, outBufferBytes);
      const connection = await connect(listener.port, connecting, outBufferBytes);
      const pair = { serving: await accepted.promise, connecting: connection };
      return {
        ...pair,
        dispose: () => {
          pair.connecting.resume();
          pair.connecting.close('GMG_TEST_DISPOSED');
          return listener.close();
        },
      };
    },
    async countSends(act) {
      const spy = mock.method(Socket.prototype, 'write');
      act();
      const calls = spy.mock.callCount();
      spy.mock.restore();
      return calls;
    },
  };
}

connectionContract(
  'TCP',
  overSockets(
    (accept, outBufferBytes) => listenTcp({ host: '127.0.0.1', port: 0, outBufferBytes, accept }),
    (port, receiver, outBufferBytes) => connectTcp('127.0.0.1', port, receiver, outBufferBytes),
  ),
);

connectionContract(
  'TCP and IPv6',
  overSockets(
    (accept, outBufferBytes) => listenTcp({ host: '::1', port: 0, outBufferBytes, accept }),
    (port, receiver, outBufferBytes) => connectTcp('::1', port, receiver, outBufferBytes),
  ),
);

connectionContract(
  'WebSocket',
  overSockets(
    (accept, outBufferBytes) => listenWebSocket({ host: '127.0.0.1', port: 0, outBufferBytes, accept }),
    (port, receiver, outBufferBytes) => connectWebSocket(`ws://127.0.0.1:${port}/`, receiver, outBufferBytes),
  ),
);

for (const delivery of ['now', 'microtask'] as const) {
  // Each send arrives as one piece.
  let arrived = 0;
  const counting = (receiver: Receiver): Receiver => ({
    onData: (bytes) => {
      arrived++;
      receiver.onData(bytes);
    },
    onClose: (reason) => receiver.onClose(reason),
    onDrain: () => receiver.onDrain?.(),
  });
  connectionContract(`memory, delivery ${delivery}`, {
    async open({ serving, connecting, outBufferBytes = LIMIT }) {
      const accepted = Promise.withResolvers<Connection>();
      const connection = connectMemory(
        (far) => {
          accepted.resolve(far);
          return counting(serving);
        },
        counting(connecting),
        { delivery, outBufferBytes, localPort: 2593 },
      );
      const dispose = async (): Promise<void> => connection.close('GMG_TEST_DISPOSED');
      return { serving: await accepted.promise, connecting: connection, dispose };
    },
    async countSends(act) {
      arrived = 0;
      act();
      await turn();
      return arrived;
    },
  });
}
