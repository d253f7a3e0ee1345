import { useState } from 'preact/hooks';
import type { Entity, EntityChange, NamedEntity } from '../api/answers.ts';
import { may } from '../api/session.ts';
import { useLoad } from '../api/use-load.ts';
import { linkTo } from '../route.ts';
import { serial as shown, time } from '../ui/format.ts';

/** Anything in the world, by its serial. */
export function EntityPage({ argument }: { readonly argument: string }) {
  return (
    <>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault();
          location.hash = linkTo('entity', String(new FormData(event.currentTarget).get('serial')).trim());
        }}
      >
        <label>
          Serial, as 0x… or decimal
          <input name="serial" defaultValue={argument} required pattern="0x[0-9a-fA-F]{1,8}|[0-9]{1,10}" />
        </label>
        <button type="submit" class="main">
          Look
        </button>
      </form>
      {argument === '' ? (
        <p class="dim">Characters are found on the page People; items in what holds them.</p>
      ) : (
        <Looked key={argument} serial={argument} />
      )}
    </>
  );
}

function Looked({ serial }: { readonly serial: string }) {
  const { data, error, reload } = useLoad<Entity>(`/entities/${serial}`);
  if (data === null) return <p class="problem">{error}</p>;
  const { components, holds, holdsMore, within } = data;
  return (
    <>
      <p class="crumbs">
        {within.toReversed().map((each) => (
          <span key={each.serial}>
            <EntityLink entity={each} /> ›{' '}
          </span>
        ))}
        <strong>{shown(data.serial)}</strong>{' '}
        <button type="button" onClick={reload}>
          Look again
        </button>
      </p>
      <div class="components">
        {Object.entries(components).map(([name, state]) => (
          <section key={name} class="panel" aria-label={name}>
            <h2>{name}</h2>
            <State state={state} />
          </section>
        ))}
        {holds.length > 0 && (
          <section class="panel" aria-label="What it holds">
            <h2>Holds {holdsMore ? `more than ${holds.length}` : holds.length}</h2>
            <ul class="list plain">
              {holds.map((each) => (
                <li key={each.serial}>
                  <EntityLink entity={each} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      {may('administrator') && <History serial={serial} />}
    </>
  );
}

function EntityLink({ entity: { name, serial } }: { readonly entity: NamedEntity }) {
  return (
    <a href={linkTo('entity', shown(serial))}>
      {name === '' ? '' : `${name} `}
      {shown(serial)}
    </a>
  );
}

/** The fields of a component. Everything is text: nothing of the world becomes markup. */
function State({ state }: { readonly state: unknown }) {
  if (typeof state !== 'object' || state === null) return <pre>{JSON.stringify(state)}</pre>;
  return (
    <table class="fields">
      <tbody>
        {Object.entries(state).map(([field, value]) => (
          <tr key={field}>
            <th scope="row">{field}</th>
            <td>{wordsOf(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function History({ serial }: { readonly serial: string }) {
  const [isAsked, setIsAsked] = useState(false);
  const { data, error } = useLoad<readonly EntityChange[]>(isAsked ? `/entities/${serial}/history` : null);
  return (
    <section class="panel" aria-label="History">
      <h2>History</h2>
      {!isAsked && (
        <button type="button" onClick={() => setIsAsked(true)}>
          Read it from the log
        </button>
      )}
      {isAsked && data === null && error === '' && <p role="status">Reading the log…</p>}
      {error !== '' && <p class="problem">{error}</p>}
      {data?.length === 0 && <p class="dim">The log knows nothing of it.</p>}
      <ol class="history">
        {data?.toReversed().map((change) => (
          <li key={change.sequence}>
            <span class="dim">
              {time(change.at ?? '')}, tick {change.tick}, record {change.sequence}
            </span>
            <ul>
              {change.changes?.map(({ component, fields, kind }) =>
                kind === 'removed' ? (
                  <li key={component}>{component} removed</li>
                ) : (
                  Object.entries(fields).map(([field, { from, to }]) => (
                    <li key={`${component}.${field}`}>
                      {component}.{field}: {from === undefined ? '' : `${wordsOf(from)} → `}
                      {wordsOf(to)}
                    </li>
                  ))
                ),
              )}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
