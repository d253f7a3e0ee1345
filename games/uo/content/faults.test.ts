import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { type Content, ContentError, loadContent } from './index.ts';

const behaviours = new Set(['open-container', 'eat', 'light', 'dice', 'read-book', 'scissors', 'door']);

/** Loads the built-in content with an operator's folder of these files over it. */
function withOverlay<T>(files: Readonly<Record<string, string>>, then: (dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'gommog-content-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, name)), { recursive: true });
      writeFileSync(join(dir, name), text);
    }
    return then(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function load(files: Readonly<Record<string, string>>): Content {
  return withOverlay(files, (dir) => loadContent({ behaviours, overlayDirs: [dir] }));
}

/** The problems of an overlay, each as `file:line: message`, with the file's name inside its folder. */
function problems(files: Readonly<Record<string, string>>): string[] {
  return withOverlay(files, (dir) => {
    try {
      loadContent({ behaviours, overlayDirs: [dir] });
    } catch (error) {
      assert.ok(error instanceof ContentError, String(error));
      assert.equal(error.message.split('\n').length, error.problems.length);
      return error.problems.map(
        ({ file, line, message }) => `${file.replace(`${dir}/`, '')}:${line}: ${message}`,
      );
    }
    return [];
  });
}

const numbers = 'numbers:\n  lute-golden: 32768\n';
const golden = 'lute-golden:\n  name: { one: golden lute }\n  graphic: 0x0EB3\n  hue: 2213\n  weight: 5\n';

test('an operator adds a template and changes fields of another', () => {
  const content = load({
    'items/mine.yaml': `${golden}\ndagger:\n  weight: 2\n`,
    'template-numbers.yaml': numbers,
  });
  const lute = content.items.byId('lute-golden');
  assert.deepEqual([lute?.number, lute?.hue], [32768, 2213]);
  const dagger = content.items.byId('dagger');
  assert.deepEqual([dagger?.weight, dagger?.graphic, dagger?.number], [2, 0x0f52, 163]);
});

test("an operator's table takes the place of the built-in one", () => {
  const content = load({
    'bodies.yaml':
      '{ human: &b { male: &a { alive: 1, ghost: 2 }, female: *a }, elf: *b, gargoyle: *b, staff: 9 }',
  });
  assert.deepEqual([content.bodies.staff, content.bodies.elf.female.ghost], [9, 2]);
});

test('an unknown key', () => {
  assert.deepEqual(problems({ 'items/a.yaml': 'dagger:\n  value: 20\n  wieght: 2\n' }), [
    "items/a.yaml:3: unknown key 'wieght'; did you mean 'weight'?",
  ]);
  assert.deepEqual(
    problems({
      'items/a.yaml':
        'bag:\n  container:\n    gump: 1\n    x: 1\n    y: 1\n    width: 9\n    hieght: 9\n    height: 9\n',
    }),
    ["items/a.yaml:7: unknown key 'hieght'; did you mean 'height'?"],
  );
});

test('an unknown behaviour, parameter or layer', () => {
  assert.deepEqual(problems({ 'items/a.yaml': 'bag:\n  use: open-contaner\n' }), [
    "items/a.yaml:2: there is no behaviour 'open-contaner'; did you mean 'open-container'?",
  ]);
  assert.deepEqual(problems({ 'items/a.yaml': 'candle:\n  params:\n    minuets: 5\n' }), [
    "items/a.yaml:3: unknown key 'minuets'; did you mean 'minutes'?",
  ]);
  assert.deepEqual(problems({ 'items/a.yaml': 'boots:\n  layer: shoe\n' }), [
    "items/a.yaml:2: layer: unknown 'shoe'; did you mean 'shoes'?",
  ]);
});

test('a reference to a template that is not there', () => {
  assert.deepEqual(problems({ 'items/a.yaml': '\nhides:\n  params: { cutsInto: lether }\n' }), [
    "items/a.yaml:3: there is no template 'lether'; did you mean 'leather'?",
  ]);
  const [problem] = problems({
    'creation/start-kits.yaml':
      'backpack: bakpack\neveryone: []\nprofessions: []\nskills: {}\nclothes:\n' +
      ['human', 'elf', 'gargoyle'].map((race) => `  ${race}: { male: [], female: [] }\n`).join(''),
  });
  assert.equal(
    problem,
    "creation/start-kits.yaml:1: there is no template 'bakpack'; did you mean 'backpack'?",
  );
});

test('a bad hue, graphic or amount', () => {
  const [hue, graphic, amount] = problems({
    'items/a.yaml': 'dagger:\n  hue: 3001\n  graphic: 70000\narrow:\n  maxAmount: 70000\n',
  });
  assert.match(hue ?? '', /^items\/a\.yaml:2: hue: .*3000/);
  assert.match(graphic ?? '', /^items\/a\.yaml:3: graphic: .*65535/);
  assert.match(amount ?? '', /^items\/a\.yaml:5: maxAmount: .*60000/);
});

test('numbers: missing, taken, out of range, without a template', () => {
  const one = { 'items/a.yaml': golden };
  assert.deepEqual(problems(one), [
    "items/a.yaml:1: template 'lute-golden' has no number; add 'lute-golden: 32768' to template-numbers.yaml",
  ]);
  assert.deepEqual(problems({ ...one, 'template-numbers.yaml': `${numbers}retired:\n  lyre: 32768\n` }), [
    "template-numbers.yaml:4: number 32768 is already that of 'lute-golden'; 32769 is free",
  ]);
  assert.deepEqual(problems({ ...one, 'template-numbers.yaml': 'numbers:\n\n  lute-golden: 30000\n' }), [
    "template-numbers.yaml:3: the number of 'lute-golden' must be from 32768 to 65535",
  ]);
  assert.deepEqual(problems({ 'template-numbers.yaml': 'numbers:\n  zither: 32768\n' }), [
    "template-numbers.yaml:2: there is no template 'zither'; move it to 'retired'",
  ]);
});

test('a stack without a name for several, a light of another graphic', () => {
  assert.deepEqual(problems({ 'items/a.yaml': 'dagger:\n  stackable: true\ncandle:\n  graphic: 0x0F52\n' }), [
    "items/a.yaml:2: stackable: a stack needs a name for several: add 'many' to its name",
    'items/a.yaml:4: graphic: neither the lit nor the unlit graphic of its light',
  ]);
});

test('broken YAML, and the same template twice in one file', () => {
  const [broken] = problems({ 'items/a.yaml': 'dagger:\n  weight: [1\n' });
  assert.match(broken ?? '', /^items\/a\.yaml:\d: /);
  const [twice] = problems({ 'items/a.yaml': 'dagger:\n  weight: 1\ndagger:\n  weight: 2\n' });
  assert.match(twice ?? '', /^items\/a\.yaml:3: .*unique/);
});

test('the same template in two built-in files', () => {
  const found = withOverlay({ 'items/a.yaml': golden, 'items/b.yaml': `\n${golden}` }, (dir) => {
    try {
      loadContent({ behaviours, dir });
    } catch (error) {
      return (error as ContentError).problems.map(
        ({ line, message }) => `${line}: ${message.replaceAll(`${dir}/`, '')}`,
      );
    }
    return [];
  });
  assert.ok(found.includes("2: template 'lute-golden' is already at items/a.yaml:1"), found.join('\n'));
  assert.ok(
    found.some((line) => line.endsWith('is missing')),
    'and the tables are missing',
  );
});

test('all problems are found at once', () => {
  assert.equal(
    problems({
      'items/a.yaml': 'dagger:\n  hue: -1\nbag:\n  use: opne-container\n',
      'items/b.yaml': 'boots:\n  colour: 1\n',
      'skills.yaml': '[]\n',
    }).length,
    4,
  );
});
