import type { EntityHistory as Answer, NamedEntity } from '@gommog/staff-api';
import { useState } from 'preact/hooks';
import { useLoad } from '../api/use-load.ts';
import { linkTo } from '../route.ts';
import { serial as shown, time } from '../ui/format.ts';
import { fieldTitle, wordsOf } from './entity-words.ts';

type Part = Answer['changes'][number]['changes'][number];
type Names = ReadonlyMap<number, NamedEntity>;

/** What became of an entity, from the commit log. */
export function EntityHistory({ serial }: { readonly serial: string }) {
  const [isAsked, setIsAsked] = useState(false);
  const [hidesSteps, setHidesSteps] = useState(true);
  const { data, error } = useLoad<Answer>(
    isAsked ? `/entities/${serial}/history?steps=${!hidesSteps}` : null,
  );
  const names: Names = new Map(data?.names.map((each) => [each.serial, each]));
  return (
    <section class="panel" aria-label="History">
      <h2>History</h2>
      {!isAsked && (
        <p>
          <button type="button" onClick={() => setIsAsked(true)}>
            Read it from the log
          </button>{' '}
          <span class="dim">Every change that the log still knows; a long log takes some seconds.</span>
        </p>
      )}
      {isAsked && data === null && error === '' && <p role="status">Reading the log…</p>}
      {error !== '' && <p class="problem">{error}</p>}
      {data !== null && (
        <>
          <label class="check">
            <input
              type="checkbox"
              checked={hidesSteps}
              onChange={({ currentTarget }) => setHidesSteps(currentTarget.checked)}
            />{' '}
            Leave out single steps
          </label>
          {data.changes.length === 0 && <p class="dim">The log knows nothing more of it.</p>}
          {!data.isAll && <p class="dim">These are the newest {data.changes.length}; there are more.</p>}
        </>
      )}
      <ol class="history">
        {data?.changes.map((change) => (
          <li key={change.sequence}>
            <strong>{time(change.at)}</strong>{' '}
            <span class="dim">
              record {change.sequence}, tick {change.tick}
            </span>
            <table class="diff">
              <tbody>
                {change.changes.map((part) => (
                  <PartRows key={part.component} part={part} names={names} />
                ))}
              </tbody>
            </table>
          </li>
        ))}
      </ol>
    </section>
  );
}

function PartRows({ names, part }: { readonly part: Part; readonly names: Names }) {
  const { component, fields, kind } = part;
  if (kind === 'removed')
    return (
      <tr>
        <th scope="row">{component}</th>
        <td colSpan={3}>
          <del>taken away</del>
        </td>
      </tr>
    );
  return (
    <>
      {Object.entries(fields).map(([field, { from, to }]) => (
        <tr key={field}>
          <th scope="row">
            {component}: {fieldTitle(field)}
          </th>
          <td>
            {from === undefined ? (
              ''
            ) : (
              <del>
                <Value value={from} names={names} isLink={field === 'parent' || field === 'account'} />
              </del>
            )}
          </td>
          <td aria-hidden="true">→</td>
          <td>
            <ins>
              <Value value={to} names={names} isLink={field === 'parent' || field === 'account'} />
            </ins>
          </td>
        </tr>
      ))}
    </>
  );
}

interface ValueProps {
  readonly value: unknown;
  readonly names: Names;
  /** It is the serial of another entity. */
  readonly isLink: boolean;
}

function Value({ isLink, names, value }: ValueProps) {
  if (!isLink || typeof value !== 'number') return <>{wordsOf(value)}</>;
  if (value === 0) return <>nothing: it lies in the open</>;
  return (
    <a href={linkTo('entity', shown(value))}>
      {names.get(value)?.name} {shown(value)}
    </a>
  );
}
