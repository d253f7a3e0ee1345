import { encodeStatLockRequest } from '@gommog/uo/web';
import type { Stage } from './app.tsx';

const signs = ['▲', '▼', '■'] as const;
const meanings = ['may rise', 'may fall', 'stays'] as const;

/** Attributes, weight and gold. */
export function StatusWindow({ client }: Stage) {
  const status = client.status.value;
  if (status === null) return <p class="empty">Not known yet</p>;
  const attributes = [
    { name: 'Strength', value: status.strength, stat: 0, lock: (status.statLocks >> 4) & 3 },
    { name: 'Dexterity', value: status.dexterity, stat: 1, lock: (status.statLocks >> 2) & 3 },
    { name: 'Intelligence', value: status.intelligence, stat: 2, lock: status.statLocks & 3 },
  ];
  const figures = [
    ['Health', `${status.hits} of ${status.hitsMax}`],
    ['Stamina', `${status.stamina} of ${status.staminaMax}`],
    ['Mana', `${status.mana} of ${status.manaMax}`],
    ['Weight', `${status.weight} of ${status.weightMax} stones`],
    ['Gold', String(status.gold)],
  ] as const;
  return (
    <table class="status">
      <tbody>
        {attributes.map(({ lock, name, stat, value }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
            <td>
              <button
                type="button"
                class="link"
                aria-label={`${name} ${meanings[lock] ?? ''}`}
                onClick={() => client.send(encodeStatLockRequest, { stat, lock: (lock + 1) % 3 })}
              >
                {signs[lock] ?? ''}
              </button>
            </td>
          </tr>
        ))}
        {figures.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td colSpan={2}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
