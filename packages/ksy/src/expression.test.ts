import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analysis } from './analysis.ts';
import { emitExpression } from './emit-expression.ts';
import { parseExpression } from './expression.ts';
import { loadSpecs } from './load.ts';
import { CodeScope } from './scope.ts';

const DESCRIPTION = `
meta: {id: thing, endian: be}
enums: {colour: {0: red, 7: blue}}
seq:
  - {id: a, type: u1}
  - {id: b, type: u4}
  - {id: c, type: s4}
  - {id: big, type: u8}
  - {id: text, type: str, size: 3, encoding: ASCII}
  - {id: list, type: u2, repeat: expr, repeat-expr: 2}
`;

const [spec] = loadSpecs(['thing.ksy'], () => DESCRIPTION);
const scope = new CodeScope(new Analysis([spec!]), spec!.root, 'read');

function emitted(text: string): string {
  return emitExpression(parseExpression(text, { file: 'thing.ksy', line: 1 }), scope).code;
}

/** The value of an expression when a = 200, b = 0xF0000001, c = -5, big = 2^40, text = abc, list = [1, 2]. */
function valued(text: string): unknown {
  const wire = `const elementAt = (list, i) => list[i]; const modulo = (a, b) => ((a % b) + b) % b;`;
  const body = `${wire} return ${emitted(text)};`;
  return new Function('a', 'b', 'c', 'big', 'text', 'list', body)(
    200,
    0xf0000001,
    -5,
    2n ** 40n,
    'abc',
    [1, 2],
  );
}

test('operators bind as in the language, not as in JavaScript', () => {
  assert.equal(valued('a & 8 != 0'), true);
  assert.equal(valued('1 + 2 * 3 == 7 and not a == 1'), true);
  assert.equal(valued('a == 1 or a == 200 and c < 0'), true);
  assert.equal(valued('a > 5 ? 1 : a > 3 ? 2 : 3'), 1);
  assert.equal(valued('(1 + 2) * 3 - -2'), 11);
  assert.equal(valued('1 | 6 ^ 2 & 3'), 5);
});

test('whole numbers are as wide as they are', () => {
  assert.equal(valued('b & 0xf0000000'), 0xf0000000);
  assert.equal(valued('b | 0x0f000000'), 0xff000001);
  assert.equal(valued('a << 28'), 200 * 2 ** 28);
  assert.equal(valued('b >> 28'), 0xf);
  assert.equal(valued('c >> 1'), -3);
  assert.equal(valued('c & 0xff'), 251);
  assert.equal(valued('~a'), -201);
  assert.equal(valued('(b << 8) & 0xff00000000'), 0xf000000000);
  assert.equal(valued('c / 2'), -3);
  assert.equal(valued('c % 3'), 1);
  assert.equal(valued('big + 1'), 2n ** 40n + 1n);
  assert.equal(valued('big == 1099511627776'), true);
});

test('members, elements, texts and enums', () => {
  assert.equal(valued('text.length + list.size'), 5);
  assert.equal(valued('list[1] + list.first'), 3);
  assert.equal(valued(`text + 'd' == "abcd"`), true);
  assert.equal(valued('colour::blue.to_i'), 7);
  assert.equal(valued('0b1_01 + 0o17 + 0x1f'), 51);
});

test('code has no more parentheses than it needs', () => {
  assert.equal(emitted('a + 1 > 2 and c < 0'), 'a + 1 > 2 && c < 0');
  assert.equal(emitted('(a & 0x40) != 0'), '(a & 0x40) !== 0');
});

test('what is not of the language, or not of a kind that fits, is refused with its place', () => {
  const refusals: readonly (readonly [string, RegExp])[] = [
    ['a +', /thing\.ksy:1: unexpected end in expression 'a \+'/],
    ['a $ 1', /cannot read '\$ 1'/],
    ['a b', /unexpected 'b'/],
    ['lsit.size', /'thing' has no 'lsit': did you mean 'list'\?/],
    ['colour::bleu', /enum 'colour' has no 'bleu': did you mean 'blue'\?/],
    ['colours::blue', /no enum 'colours': did you mean 'colour'\?/],
    ['text + 1', /'\+' of text and a whole number is not supported/],
    ['a and true', /'and' of a whole number and true or false/],
    ['text == 1', /comparing text with a whole number is not supported/],
    ['text.reverse', /'reverse' of text is not supported/],
    ['text.substring(1, 2)', /method 'substring' with arguments is not supported/],
    ['[1, 2]', /lists in expressions are not supported/],
    ['a.as<u2>', /casts are not supported/],
    ['sizeof<u2>', /'sizeof' is not supported/],
    ['_parent.x', /'_parent' of 'thing', which nothing contains/],
  ];
  for (const [text, problem] of refusals) assert.throws(() => emitted(text), problem, text);
});
