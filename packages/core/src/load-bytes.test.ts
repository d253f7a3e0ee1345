import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ByteSink } from './bytes.ts';
import { ColumnStore } from './column-store.ts';
import { type Change, decodeCommit, eachChange, encodeCommit } from './commit.ts';
import { bool, defineComponent, f64, i8, i16, i32, u8, u16, u32, writeField } from './component.ts';

const All = defineComponent({
  id: 9,
  name: 'all',
  layout: 'columns',
  version: 2,
  fields: { a: u8, b: i8, c: u16, d: i16, e: u32, f: i32, g: f64, h: bool },
  past: { 1: { fields: { a: u8 }, upgrade: ({ a }) => ({ a, c: 7 }) } },
});

test('a state that goes into the columns as bytes is what was written', () => {
  const state = fc.record(
    {
      a: fc.integer({ min: 0, max: 255 }),
      b: fc.integer({ min: -128, max: 127 }),
      c: fc.integer({ min: 0, max: 65_535 }),
      d: fc.integer({ min: -32_768, max: 32_767 }),
      e: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      f: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      g: fc.double({ noNaN: true }),
      h: fc.boolean(),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(state, (written) => {
      const sink = new ByteSink();
      for (const [name, value] of Object.entries(written)) {
        writeField(sink, All.fields[name as keyof typeof written]!.type, value);
      }
      const store = new ColumnStore(All, () => {});
      store.loadBytes(5, 2, sink.take());
      const read = store.get(5) as typeof written;
      assert.deepEqual(Object.fromEntries(All.fieldNames.map((name) => [name, read[name as 'a']])), written);
    }),
  );
});

test('an older version is lifted, and damaged bytes are refused', () => {
  const store = new ColumnStore(All, () => {});
  store.loadBytes(5, 1, Uint8Array.of(3));
  assert.deepEqual([store.columns['a']![0], store.columns['c']![0]], [3, 7]);
  assert.throws(() => store.loadBytes(6, 2, new Uint8Array(22)), RangeError);
  assert.throws(() => store.loadBytes(6, 2, new Uint8Array(24)), RangeError);
  assert.throws(() => store.loadBytes(6, 3, new Uint8Array(23)), RangeError);
});

test('a record that is visited says the same as one that is decoded', () => {
  const changes: Change[] = [
    { serial: 1, component: 2, version: 3, data: Uint8Array.of(4, 5) },
    { serial: 0xfffffffe, component: 65_535, version: 0, data: null },
  ];
  const encoded = encodeCommit({ epoch: 1, sequence: 2, tick: 3, timeMs: 4, changes });
  const seen: Change[] = [];
  eachChange(encoded, (serial, component, version, data) => seen.push({ serial, component, version, data }));
  assert.deepEqual(seen, decodeCommit(encoded).changes);
  for (const length of [0, 20, 31, 33, encoded.length - 1])
    assert.throws(() => eachChange(encoded.subarray(0, length), () => {}), RangeError);
});
