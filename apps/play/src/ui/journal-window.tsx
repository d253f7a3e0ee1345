import { useState } from 'preact/hooks';
import type { LineKind } from '../model/journal.ts';
import type { Stage } from './app.tsx';
import { colourOfWords } from './hue-colour.ts';

const kinds: readonly (readonly [LineKind, string])[] = [
  ['speech', 'Speech'],
  ['system', 'System'],
  ['label', 'Names'],
  ['announcement', 'News'],
];

/** Everything that was heard, with filters. */
export function JournalWindow({ client, files }: Stage) {
  const [hidden, setHidden] = useState<ReadonlySet<LineKind>>(new Set());
  const [find, setFind] = useState('');
  const lines = client.journal.lines.value.filter(
    ({ kind, name, text }) =>
      !hidden.has(kind) && `${name} ${text}`.toLowerCase().includes(find.trim().toLowerCase()),
  );
  const toggle = (kind: LineKind): void => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    setHidden(next);
  };
  return (
    <div class="journal">
      <div class="filters">
        {kinds.map(([kind, name]) => (
          <label key={kind}>
            <input type="checkbox" checked={!hidden.has(kind)} onChange={() => toggle(kind)} />
            {name}
          </label>
        ))}
        <input
          type="search"
          aria-label="Find in the journal"
          placeholder="Find"
          value={find}
          onInput={({ currentTarget }) => setFind(currentTarget.value)}
        />
      </div>
      <ol>
        {lines.map(({ hue, id, kind, name, text }) => (
          <li key={id} class={kind} style={{ color: colourOfWords(files.hues, hue) ?? '' }}>
            {name === '' ? text : `${name}: ${text}`}
          </li>
        ))}
      </ol>
    </div>
  );
}
