import { useState } from 'preact/hooks';
import { type Action, actions, keyName, keyOf, rebound } from '../input/key-bindings.ts';
import { options, setOption } from './options.ts';

/** Which key does what; each can be given another one. */
export function KeyOptions() {
  const [asked, setAsked] = useState<Action | null>(null);
  const { keys } = options.value;
  return (
    <details class="keys">
      <summary>Keys</summary>
      <ul>
        {actions.map(([action, name]) => (
          <li key={action}>
            <span>{name}</span>
            <button
              type="button"
              aria-label={`${name}: ${keyName(keyOf(keys, action))}. Change`}
              onClick={() => setAsked(action)}
              onBlur={() => setAsked(null)}
              onKeyDown={(event) => {
                if (asked !== action || event.code === 'Tab') return;
                event.preventDefault();
                event.stopPropagation();
                setAsked(null);
                if (event.code !== 'Escape') setOption('keys', rebound(keys, action, event.code));
              }}
            >
              {asked === action ? 'press a key' : keyName(keyOf(keys, action))}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => setOption('keys', {})}>
        The usual keys
      </button>
    </details>
  );
}
