import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Admission } from './admission.ts';
import { CarriedConnection, type Carrier } from './carried-connection.ts';

const carrier: Carrier = {
  pendingBytes: 0,
  send: () => {},
  whenTaken: () => {},
  end: () => {},
  destroy: () => {},
  pause: () => {},
  resume: () => {},
};

function entered(admission: Admission): CarriedConnection {
  const connection = new CarriedConnection(carrier, { address: 'a', localAddress: 'b', localPort: 1 }, 1000);
  admission.enter(connection);
  return connection;
}

test('a connection is dropped after the silence it may keep, counted from its last byte', () => {
  mock.timers.enable({ apis: ['setInterval'] });
  try {
    const admission = new Admission({ idleMs: 400, accept: () => ({ onData: () => {}, onClose: () => {} }) });
    const silent = entered(admission);
    const speaking = entered(admission);
    for (let ms = 0; ms < 2_000; ms += 100) {
      if (ms % 300 === 0) speaking.received(Uint8Array.of(1));
      mock.timers.tick(100);
      assert.equal(silent.isClosing, ms >= 400, `after ${ms + 100} ms`);
    }
    assert.equal(speaking.isClosing, false);
  } finally {
    mock.timers.reset();
  }
});

test('all are shown out, and it is told when the last is gone', async () => {
  const admission = new Admission({ accept: () => ({ onData: () => {}, onClose: () => {} }) });
  await admission.closeAll();
  const connections = [entered(admission), entered(admission)];
  let isEmpty = false;
  const closed = admission.closeAll().then(() => {
    isEmpty = true;
  });
  assert.ok(connections.every(({ isClosing }) => isClosing));
  admission.leave(connections[0]!);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(isEmpty, false);
  admission.leave(connections[1]!);
  await closed;
});
