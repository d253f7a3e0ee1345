import type { Entity, EntityLink, NamedEntity } from '@gommog/staff-api';
import { may } from '../api/session.ts';
import { useLoad } from '../api/use-load.ts';
import { linkTo } from '../route.ts';
import { serial as shown } from '../ui/format.ts';
import { EntityHistory } from './entity-history.tsx';
import { fieldTitle, wordsOf } from './entity-words.ts';

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
          Serial: its number, as 0x… or decimal
          <input
            key={argument}
            name="serial"
            defaultValue={argument}
            required
            pattern="0x[0-9a-fA-F]{1,8}|[0-9]{1,10}"
          />
        </label>
        <button type="submit" class="main">
          Look
        </button>
      </form>
      {argument === '' ? (
        <p class="dim">
          Everything in the world has a number, its serial. Find a character on the page{' '}
          <a href={linkTo('people')}>People</a> or on the <a href={linkTo('map')}>Map</a>, and things in what
          holds them. In the world, <code>.props</code> tells the serial of what you point at.
        </p>
      ) : (
        <Looked key={argument} serial={argument} />
      )}
    </>
  );
}

function Looked({ serial }: { readonly serial: string }) {
  const { data, error, reload } = useLoad<Entity>(`/entities/${serial}`);
  return (
    <>
      {error !== '' && <p class="problem">{error}</p>}
      {data !== null && <Present entity={data} onReload={reload} />}
      {may('administrator') && <EntityHistory serial={serial} />}
    </>
  );
}

function Present({ entity, onReload }: { readonly entity: Entity; readonly onReload: () => void }) {
  const { components, holds, holdsMore, kind, links, name, serial, within } = entity;
  return (
    <>
      <div class="row entity-head">
        <h2>{name === '' ? kind : name}</h2>
        <span class="tag">{kind}</span>
        <code>{shown(serial)}</code>
        <button type="button" onClick={onReload}>
          Look again
        </button>
      </div>
      {within.length > 0 && (
        <p class="crumbs">
          Where:{' '}
          {within.toReversed().map((each) => (
            <span key={each.serial}>
              <LinkTo entity={each} /> ›{' '}
            </span>
          ))}
          {name}
        </p>
      )}
      <div class="components">
        {holds.length > 0 && (
          <section class="panel" aria-label="What it holds">
            <h3>Holds {holdsMore ? `more than ${holds.length}` : holds.length}</h3>
            <ul class="list plain">
              {holds.map((each) => (
                <li key={each.serial}>
                  <LinkTo entity={each} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {Object.entries(components).map(([component, state]) => (
          <section key={component} class="panel" aria-label={component}>
            <h3>{component}</h3>
            <State state={state} links={links.filter((each) => each.component === component)} />
          </section>
        ))}
      </div>
    </>
  );
}

function LinkTo({ entity: { name, serial } }: { readonly entity: NamedEntity }) {
  return (
    <a href={linkTo('entity', shown(serial))}>
      {name === '' ? '' : `${name} `}
      {shown(serial)}
    </a>
  );
}

interface StateProps {
  readonly state: unknown;
  /** Fields of it that name other entities. */
  readonly links: readonly EntityLink[];
}

/** The fields of a component. Everything is text: nothing of the world becomes markup. */
function State({ links, state }: StateProps) {
  if (typeof state !== 'object' || state === null) return <pre>{JSON.stringify(state)}</pre>;
  return (
    <table class="fields">
      <tbody>
        {Object.entries(state).map(([field, value]) => {
          const to = links.filter((each) => each.field === field);
          return (
            <tr key={field}>
              <th scope="row">{fieldTitle(field)}</th>
              <td>
                {to.length === 0
                  ? wordsOf(value)
                  : to.map((each) => (
                      <span key={each.serial} class="block">
                        <LinkTo entity={each} />
                      </span>
                    ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
