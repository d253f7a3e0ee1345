import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  beforeZero,
  decodeText,
  type Encoding,
  encodedLength,
  encodeText,
  findTerminator,
  NOT_FOUND,
  textOf,
} from './text.ts';

function encoded(text: string, encoding: Encoding): Uint8Array {
  const bytes = new Uint8Array(encodedLength(text, encoding));
  assert.equal(encodeText(text, encoding, bytes, 0), bytes.length);
  return bytes;
}

/** Text without halves of surrogate pairs. */
const text = fc.string({ unit: 'binary' }).filter((each) => each.isWellFormed());

test('Unicode encodings agree with the platform', () => {
  fc.assert(
    fc.property(text, (value) => {
      assert.deepEqual(encoded(value, 'UTF-8'), new TextEncoder().encode(value));
      assert.equal(textOf(encoded(value, 'UTF-8'), 'UTF-8'), value);
      assert.deepEqual(Buffer.from(encoded(value, 'UTF-16LE')), Buffer.from(value, 'utf16le'));
      assert.equal(textOf(encoded(value, 'UTF-16BE'), 'UTF-16BE'), value);
      assert.deepEqual(Buffer.from(encoded(value, 'UTF-16BE')).swap16(), Buffer.from(value, 'utf16le'));
    }),
    { numRuns: 200 },
  );
});

test('broken UTF-8 becomes replacement characters and never an error', () => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      const ours = textOf(bytes, 'UTF-8');
      // How many replacement characters a broken sequence becomes differs; what is well formed does not.
      if (!ours.includes('\ufffd')) assert.equal(ours, decoder.decode(bytes));
      else assert.ok(decoder.decode(bytes).includes('\ufffd'));
    }),
    { numRuns: 500 },
  );
});

test('encodings of one byte', () => {
  assert.equal(textOf(Uint8Array.of(0x41, 0xe9), 'ASCII'), 'A\u00e9');
  assert.deepEqual([...encoded('\u20ac', 'ASCII')], [0x3f]);
  assert.deepEqual([...encoded('\u20ac\u0178\u4e00', 'windows-1252')], [0x80, 0x9f, 0x3f]);
  const all = Uint8Array.from({ length: 256 }, (_, i) => i);
  assert.equal(textOf(all, 'windows-1252'), new TextDecoder('windows-1252').decode(all));
  assert.deepEqual(encoded(textOf(all, 'windows-1252'), 'windows-1252'), all);
});

test('terminators are found at whole units and within bounds', () => {
  const bytes = Uint8Array.of(0x41, 0x00, 0x00, 0x42, 0x00, 0x00);
  assert.equal(findTerminator(bytes, 0, 6, 'ASCII'), 1);
  assert.equal(findTerminator(bytes, 0, 6, 'UTF-16LE'), 4);
  assert.equal(findTerminator(bytes, 0, 1, 'ASCII'), NOT_FOUND);
  assert.equal(findTerminator(bytes, 0, 4, 'UTF-16BE'), NOT_FOUND);
  assert.equal(decodeText(bytes, 0, 1, 'ASCII'), 'A');
  assert.equal(beforeZero('ab\0c'), 'ab');
});
