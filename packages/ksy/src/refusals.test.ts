import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateCode } from './generate.ts';
import { loadSpecs } from './load.ts';
import { KsyError } from './problem.ts';

function generated(description: string, others: Readonly<Record<string, string>> = {}): void {
  const files: Readonly<Record<string, string>> = { 'thing.ksy': description, ...others };
  const specs = loadSpecs(['thing.ksy'], (path) => {
    const text = files[path];
    if (text === undefined) throw new Error('no such file');
    return text;
  });
  generateCode(specs);
}

const META = 'meta: {id: thing, endian: be, encoding: ASCII}\n';
const seq = (entry: string): string => `${META}seq:\n  - ${entry}\n`;

/** Each description, and what is said of it. Nothing that is not understood is passed over. */
const refusals: readonly (readonly [string, RegExp])[] = [
  [`${META}sequence: []`, /^thing\.ksy:2: 'sequence' of a description is not supported/],
  [
    seq('{id: a, tpye: u1}'),
    /^thing\.ksy:3: 'tpye' of an entry of a sequence is not supported: did you mean 'type'\?/,
  ],
  [seq('{id: a, type: u1, -defualt: 0}'), /did you mean '-default'\?/],
  [seq('{type: u1}'), /needs an id/],
  [seq('{id: A, type: u1}'), /'A' is not a name/],
  [`${META}seq:\n  - {id: a, type: u1}\n  - {id: a, type: u1}`, /^thing\.ksy:4: 'a' is there already/],
  [seq('{id: a, type: u3}'), /no type 'u3'/],
  [`${seq('{id: a, type: smal}')}types: {small: {seq: []}}`, /no type 'smal': did you mean 'small'\?/],
  [`${seq('{id: a, type: small(1)}')}types: {small: {seq: []}}`, /takes 0 parameters, not 1/],
  ['meta: {id: thing}\nseq: [{id: a, type: u2}]', /without byte order/],
  ['meta: {id: thing}\nseq: [{id: a, type: strz}]', /text without an encoding/],
  ['meta: {id: other}', /the id 'other' differs from the file name/],
  ['meta: {id: thing, endian: xe}', /byte order 'xe' is not supported/],
  ['meta: {id: thing, imports: [lost]}', /cannot read 'lost\.ksy'/],
  ['meta: [', /not YAML/],
  [
    seq('{id: a, type: str, size: 2, encoding: UTF-61LE}'),
    /encoding 'UTF-61LE' is not supported: did you mean 'UTF-16LE'\?/,
  ],
  [seq('{id: a}'), /bytes need 'size'/],
  [seq('{id: a, type: str}'), /text without 'size'/],
  [seq('{id: a, type: u1, size: 3}'), /is a number: it has no size/],
  [seq('{id: a, size: 2, size-eos: true}'), /both 'size' and 'size-eos'/],
  [seq('{id: a, size: 2, process: xor(3)}'), /process 'xor\(3\)' is not supported/],
  [seq('{id: a, type: b33}'), /groups of 1 to 32 bits/],
  [seq('{id: a, type: b3le}'), /little-endian bits/],
  [seq('{id: a, type: u1, repeat: twice}'), /repeat 'twice' is not supported/],
  [seq('{id: a, type: u1, repeat: expr}'), /needs 'repeat-expr'/],
  [seq('{id: a, type: u1, if: 1}'), /a condition is true or false, not a whole number/],
  [seq('{id: a, size: \'"x"\'}'), /a whole number is needed here, not text/],
  [seq('{id: a, type: u1, if: b == 1}'), /'thing' has no 'b'/],
  [`${META}seq:\n  - {id: a, type: u1, if: b == 1}\n  - {id: b, type: u1}`, /'b' is not known yet/],
  [seq('{id: a, type: u1, -derive: fame}'), /'-derive' is 'frame' or 'unpacked NAME'/],
  [seq('{id: a, type: u1, -derive: unpacked b}'), /names no packed field/],
  [seq('{id: a, type: u1, -presence: b}'), /'-presence' names the entry itself/],
  [seq('{id: a, type: u1, if: not _io.eof}'), /'_io\.eof' is not known when writing: give '-presence'/],
  [
    `${seq('{id: a, type: b2}')}  - {id: b, type: part, size: a}\ntypes: {part: {seq: [{id: c, type: u1}]}}`,
    /must be u1, u2 or u4/,
  ],
  [seq('{id: a, type: u1, enum: colour}'), /no enum 'colour'/],
  [
    `${seq('{id: list, type: part, repeat: until, repeat-until: _.key == 0, -sentinel: "{kye: 0}"}')}types: {part: {seq: [{id: key, type: u1}]}}`,
    /'-sentinel' names 'kye', which 'part' lacks/,
  ],
];

for (const [description, problem] of refusals) {
  test(`refused: ${problem.source}`, () => {
    assert.throws(
      () => generated(description),
      (error) => error instanceof KsyError && problem.test(error.message),
    );
  });
}

const PACKETS = `meta: {id: thing_packet, endian: be}
params: [{id: ver, type: u4}]
seq:
  - {id: opcode, type: u1}
  - {id: body, type: {switch-on: opcode, cases: {CASES}}}
types:
  small: {seq: [{id: a, type: u1}]}
  by_version: {params: [{id: ver, type: u4}], seq: [{id: a, type: u1, if: CONDITION}]}
-frames: {1: 2, 2: 3}
`;

function packets(cases: string, condition: string): void {
  const text = PACKETS.replace('CASES', cases).replace('CONDITION', condition);
  generateCode(loadSpecs(['thing_packet.ksy'], () => text));
}

test('packets are refused that have no length, share a type, or use the version for more than to compare it', () => {
  packets('1: small, 2: by_version(ver)', 'ver >= 5');
  assert.throws(() => packets('3: small', 'ver >= 5'), /packet 0x03 has no length in '-frames'/);
  assert.throws(() => packets('1: small, 2: small', 'ver >= 5'), /packet 0x01 is a 'small' too/);
  assert.throws(() => packets('1: u2', 'ver >= 5'), /a packet is a number and a described type/);
  assert.throws(
    () => packets('1: by_version(ver)', 'ver * 2 >= 5'),
    /'ver' may only be compared with a number/,
  );
});
