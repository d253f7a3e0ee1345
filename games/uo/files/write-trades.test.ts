import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeTrades, tradeTexts } from './write-trades.ts';

const baker = {
  number: 9,
  icon: 0x15ab,
  name: 'Baker',
  description: 'Bread.',
  stats: { strength: 45, dexterity: 35, intelligence: 10 },
  skills: [['Taste Identification', 30]],
} as const;

test('a trade is a section of lines, and a skill of two words is in quotes', () => {
  const lines = encodeTrades([baker])
    .split('\r\n')
    .map((line) => line.trim().split('\t'));
  assert.deepEqual(lines.slice(0, 3), [['Begin'], ['Name', '"Baker"'], ['TrueName', '"baker"']]);
  assert.deepEqual(
    lines.find(([key]) => key === 'Desc'),
    ['Desc', '9'],
  );
  assert.deepEqual(lines.slice(-6), [
    ['Skill', '"Taste Identification"', '30'],
    ['Stat', 'Str', '45'],
    ['Stat', 'Int', '10'],
    ['Stat', 'Dex', '35'],
    ['End'],
    [''],
  ]);
});

test('texts have the numbers that the sections name', () => {
  const texts = tradeTexts([baker]);
  const [name, description] = [3_900_101, 3_900_201];
  assert.match(encodeTrades([baker]), new RegExp(`NameID\t${name}\r\n\tDescID\t${description}\r\n`));
  assert.deepEqual([texts.get(name), texts.get(description)], ['Baker', 'Bread.']);
});
