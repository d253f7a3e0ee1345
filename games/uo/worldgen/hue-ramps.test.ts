import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeHues } from './hue-ramps.ts';

const parts = (colour: number): [number, number, number] => [
  (colour >> 10) & 31,
  (colour >> 5) & 31,
  colour & 31,
];
const sum = (colour: number): number => parts(colour).reduce((a, b) => a + b);

describe('hues', () => {
  const hues = makeHues();
  const bright = (number: number): [number, number, number] => parts(hues[number - 1]!.colours[24]!);

  it('there are 3000, each from dark to light', () => {
    assert.equal(hues.length, 3000);
    for (const { colours, name } of hues) {
      assert.equal(colours.length, 32);
      for (let i = 1; i < 32; i++) assert.ok(sum(colours[i]!) >= sum(colours[i - 1]!) - 2, `${name} at ${i}`);
      assert.ok(sum(colours[0]!) < sum(colours[31]!), name);
    }
  });

  it('names over heads have the colours that people know: red, yellow, green, blue, grey', () => {
    const [red, yellow, green, blue, grey] = [34, 53, 63, 89, 946].map(bright);
    assert.ok(red![0] > red![1] * 1.5 && red![0] > red![2] * 1.5);
    assert.ok(yellow![0] > yellow![2] * 1.3 && yellow![1] > yellow![2] * 1.3);
    assert.ok(green![1] > green![0] && green![1] > green![2] * 1.3);
    assert.ok(blue![2] > blue![0] * 1.3);
    assert.ok(Math.max(...grey!) - Math.min(...grey!) < 6);
  });

  it('skins go from fair to dark and are never green or blue', () => {
    const first = sum(hues[1002 - 1]!.colours[20]!);
    const last = sum(hues[1058 - 1]!.colours[20]!);
    assert.ok(first > last * 1.5);
    for (let number = 1002; number <= 1058; number++) {
      const [r, g, b] = bright(number);
      assert.ok(r >= g && g >= b, `hue ${number}`);
    }
  });
});
