import type { Change, CommitRecord } from '@gommog/core';

const SERIALS = 50;

/** A world whose whole state follows from the sequence of its last record: so a recovered one can be judged without a memory of it. */
export function tortureRecord(epoch: number, sequence: number): CommitRecord {
  const changes: Change[] = [
    { serial: 0, component: 1, version: 1, data: numberBytes(sequence, 8) },
    {
      serial: 1 + (sequence % SERIALS),
      component: 1,
      version: 2,
      data: numberBytes(sequence, 8 + (sequence % 900)),
    },
  ];
  const wanderer = 1000 + (sequence % 7);
  const data = sequence % 3 === 0 ? null : numberBytes(sequence, 20);
  changes.push({ serial: wanderer, component: 3, version: data === null ? 0 : 1, data });
  return { epoch, sequence, tick: sequence, timeMs: sequence * 50, changes };
}

/** The state after record `sequence`, by `serial:component`. */
export function tortureState(sequence: number): Map<string, string> {
  const state = new Map<string, string>();
  // What an older record left is written over by then: no more than this many records reach into the state.
  for (let s = Math.max(1, sequence - SERIALS); s <= sequence; s++) {
    for (const { serial, component, version, data } of tortureRecord(1, s).changes) {
      if (data === null) state.delete(`${serial}:${component}`);
      else state.set(`${serial}:${component}`, describeState(version, data));
    }
  }
  return state;
}

export function describeState(version: number, data: Uint8Array): string {
  return `${version}:${Buffer.from(data).toString('base64')}`;
}

function numberBytes(value: number, length: number): Uint8Array {
  const bytes = Buffer.alloc(length, value & 255);
  bytes.writeDoubleLE(value, 0);
  return bytes;
}
