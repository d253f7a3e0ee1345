import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ASCII_GLYPHS, asciiFont, textWidth, unicodeFont } from './fonts.ts';
import { letterOf } from './glyphs.ts';

const key = (pixels: Uint16Array, width: number): string => `${width} ${pixels.join()}`;

describe('fonts', () => {
  it('there are ten of the old kind, with as many characters as their file has, in lines of one height', () => {
    for (let number = 0; number < 10; number++) {
      const glyphs = asciiFont(number)!;
      assert.equal(glyphs.length, ASCII_GLYPHS);
      for (const { height, width } of glyphs) {
        // Less what clients add above some: see the next test.
        assert.ok(height <= glyphs[0x21]!.height && height >= glyphs[0x21]!.height - 2);
        assert.ok(width > 0 && width < 32);
      }
    }
    assert.equal(asciiFont(10), null);
  });

  it('all letters and digits stand on one line where clients write small letters and digits lower', () => {
    const small = [2, 0, 2, 2, 0, 0, 2, 2];
    const digit = [1, 0, 1, 1, -1, 0, 1, 1];
    const foot = (number: number, character: string, added: number): number => {
      const { height, pixels, width } = asciiFont(number)![character.charCodeAt(0) - 0x20]!;
      const rows = Array.from({ length: height }, (_, y) => pixels.subarray(y * width, (y + 1) * width));
      return rows.findLastIndex((row) => row.some((pixel) => pixel !== 0)) + added;
    };
    for (const number of [0, 1, 2, 3, 5, 6, 7]) {
      const line = foot(number, 'H', 0);
      assert.equal(foot(number, 'n', small[number]!), line, `n of font ${number}`);
      assert.equal(foot(number, '1', digit[number]!), line, `1 of font ${number}`);
    }
  });

  it('no two letters, digits or signs look alike', () => {
    for (const number of [1, 3, 9]) {
      const glyphs = asciiFont(number)!;
      const seen = new Map<string, string>();
      for (let code = 0x21; code < 0x7f; code++) {
        const { pixels, width } = glyphs[code - 0x20]!;
        const twin = seen.get(key(pixels, width));
        assert.equal(twin, undefined, `${String.fromCharCode(code)} looks like ${twin}`);
        seen.set(key(pixels, width), String.fromCharCode(code));
      }
    }
  });

  it('every letter of Latin-1 and of the first extension of Latin is there, and so are Greek and Cyrillic', () => {
    const font = unicodeFont(0)!;
    const spans = [
      [0x21, 0x7e],
      [0xa1, 0xac],
      [0xae, 0x148],
      [0x14a, 0x17f],
      [0x391, 0x3a1],
      [0x3a3, 0x3a9],
      [0x3b1, 0x3c9],
      [0x410, 0x44f],
    ] as const;
    // The ligatures of Dutch are written as two letters.
    const without = new Set([0x132, 0x133]);
    for (const [first, last] of spans) {
      for (let code = first; code <= last; code++) {
        if (without.has(code)) continue;
        const glyph = font.get(code);
        assert.ok(glyph !== undefined, `U+${code.toString(16)} ${String.fromCharCode(code)}`);
        assert.ok(glyph.pixels.some((pixel) => pixel !== 0) && glyph.height > 0 && glyph.top >= -1);
      }
    }
  });

  it('marks stand over letters and not in them', () => {
    const plain = letterOf('E')!;
    const acute = letterOf('É')!;
    assert.ok(acute.top < plain.top);
    assert.deepEqual(acute.rows.slice(-plain.rows.length), plain.rows);
    assert.equal(letterOf('í')!.rows.slice(-5).length, 5);
    assert.equal(letterOf('中'), null);
  });

  it('tell how long a line is', () => {
    assert.equal(textWidth(''), 0);
    assert.equal(textWidth('IM'), 3 + 1 + 5);
  });
});
