import { encodeSkillLockRequest, encodeSkillsRequest } from '@gommog/uo/web';
import { useEffect, useState } from 'preact/hooks';
import type { Stage } from './app.tsx';

const locks = [
  { sign: '▲', name: 'may rise' },
  { sign: '▼', name: 'may fall' },
  { sign: '■', name: 'stays' },
] as const;

/** The person's skills, by name or by value. */
export function SkillsWindow({ client, files }: Stage) {
  const [byValue, setByValue] = useState(true);
  useEffect(() => client.send(encodeSkillsRequest, {}), []);
  const skills = (client.windows.skills.value?.skills ?? []).map((skill, number) => ({
    ...skill,
    number,
    name: files.skills.skills[number]?.name ?? `Skill ${number}`,
  }));
  const order = byValue
    ? (a: (typeof skills)[0], b: (typeof skills)[0]) => b.value - a.value || a.name.localeCompare(b.name)
    : (a: (typeof skills)[0], b: (typeof skills)[0]) => a.name.localeCompare(b.name);
  const total = skills.reduce((sum, { base }) => sum + base, 0);
  return (
    <div class="skills">
      <p>
        <button type="button" aria-pressed={byValue} onClick={() => setByValue(!byValue)}>
          {byValue ? 'Best first' : 'By name'}
        </button>{' '}
        {(total / 10).toFixed(1)} in all
      </p>
      <table>
        <tbody>
          {skills.sort(order).map(({ lock, name, number, value }) => {
            const { name: meaning, sign } = locks[lock] ?? locks[0];
            return (
              <tr key={number}>
                <th scope="row">{name}</th>
                <td>{(value / 10).toFixed(1)}</td>
                <td>
                  <button
                    type="button"
                    class="link"
                    aria-label={`${name} ${meaning}`}
                    onClick={() =>
                      client.send(encodeSkillLockRequest, { skill: number, lock: (lock + 1) % 3 })
                    }
                  >
                    {sign}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
