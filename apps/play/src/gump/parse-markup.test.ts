import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMarkup } from './parse-markup.ts';

const words = (text: string): string =>
  parseMarkup(text)
    .map((run) => run.text)
    .join('');

test('the tags of gumps style what is between them', () => {
  const [plain, bold, both, after] = parseMarkup('a<b>b<i>c</i></b>d');
  assert.deepEqual([plain?.bold, bold?.bold, both?.italic, after?.bold], [false, true, true, false]);
  assert.equal(parseMarkup('<basefont color=#FF0000>red')[0]?.colour, '#FF0000');
  assert.equal(parseMarkup('<basefont color="red;background:url(//x)">no')[0]?.colour, null);
});

test('line breaks and entities are what they stand for, once', () => {
  assert.equal(words('a<br>b &lt;b&gt; &amp;lt; &nope;'), 'a\nb <b> &lt; &nope;');
});

test('tags that open and never close, or close and never opened, lose no words', () => {
  assert.equal(words('<b>one</i>two</b></b>three<u>'), 'onetwothree');
});

test('what is no tag of gumps is left out, and no text is ever lost or made', () => {
  assert.equal(words('<img src=x onerror=alert(1)>hello<script>there</script>'), 'hellothere');
  fc.assert(
    fc.property(fc.string(), (text) => {
      const plain = text.replaceAll(/[<>&]/g, '');
      assert.equal(words(plain), plain);
    }),
  );
});
