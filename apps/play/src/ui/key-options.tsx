import { useSignal } from '@preact/signals';
import { type Action, actions, keyName, keyOf, rebound } from '../input/key-bindings.ts';
import { options, setOption } from './options.ts';

/** Which key does what; each can be given another one. */
export function KeyOptions() {
  // A signal: the next key may come before the page has been drawn anew.
  const asked = useSignal<Action | null>(null);
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
              onClick={() => {
                asked.value = action;
              }}
              onBlur={() => {
                asked.value = null;
              }}
              onKeyDown={(event) => {
                if (asked.value !== action || event.code === 'Tab') return;
                event.preventDefault();
                event.stopPropagation();
                asked.value = null;
                if (event.code !== 'Escape') setOption('keys', rebound(keys, action, event.code));
              }}
            >
              {asked.value === action ? 'press a key' : keyName(keyOf(keys, action))}
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
