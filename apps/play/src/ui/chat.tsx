import { encodeSpeakRequest, Manner } from '@gommog/uo/web';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Shortcuts } from '../input/shortcuts.ts';
import type { Stage } from './app.tsx';
import { colourOfWords } from './hue-colour.ts';

/** Lines that stay on the screen, and for how long, in milliseconds. */
const SHOWN_LINES = 6;
const SHOWN_MS = 12_000;
const WORDS_HUE = 0x3b2;

/** The beginning of a line says how it is spoken. */
const manners: readonly (readonly [prefix: string, manner: number])[] = [
  ['!', Manner.yell],
  [';', Manner.whisper],
  [':', Manner.emote],
];

/** What was said lately, and the line to speak. Screen readers hear each line once. */
export function Chat({ client, files, now }: Stage) {
  const [, setBeat] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const open = (): void => input.current?.focus();
    window.addEventListener(Shortcuts.SPEAK, open);
    // Old lines go by themselves.
    const beat = setInterval(() => setBeat((count) => count + 1), 1_000);
    return () => {
      window.removeEventListener(Shortcuts.SPEAK, open);
      clearInterval(beat);
    };
  }, []);
  const speak = (event: Event): void => {
    event.preventDefault();
    // What stands in the field: a page that is slow to render must not lose the last letters of who types fast.
    const field = input.current!;
    const said = field.value.trim();
    const [prefix, manner] = manners.find(([sign]) => said.startsWith(sign)) ?? ['', Manner.say];
    const words = said.slice(prefix.length).trim();
    if (words !== '') client.send(encodeSpeakRequest, { manner, hue: WORDS_HUE, text: words });
    field.value = '';
    field.blur();
  };
  const since = now() - SHOWN_MS;
  const lines = client.journal.lines.value.filter(({ atMs }) => atMs > since).slice(-SHOWN_LINES);
  return (
    <section class="chat" aria-label="Speech">
      <div class="lines" role="log" aria-live="polite" aria-relevant="additions">
        {lines.map(({ hue, id, kind, name, text: words }) => (
          <p key={id} class={kind} style={{ color: colourOfWords(files.hues, hue) ?? '' }}>
            {name === '' ? words : `${name}: ${words}`}
          </p>
        ))}
      </div>
      <form onSubmit={speak}>
        <input
          ref={input}
          aria-label="Say something"
          placeholder="Enter: speak   ! yell   ; whisper   : emote"
          maxLength={120}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
      </form>
    </section>
  );
}
