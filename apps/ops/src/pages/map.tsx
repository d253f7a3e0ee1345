import type { Facet, Person, Sector } from '@gommog/staff-api';
import { useEffect, useRef, useState } from 'preact/hooks';
import { live } from '../api/live.ts';
import { may } from '../api/session.ts';
import { useLoad } from '../api/use-load.ts';
import { useWants } from '../api/use-wants.ts';
import { FacetMap, type Shown } from '../map/facet-map.ts';
import { linkTo } from '../route.ts';
import { serial } from '../ui/format.ts';

const PAN_PIXELS = 80;
/** For those who have no mouse. */
const DIRECTIONS = [
  ['West', '←', PAN_PIXELS, 0],
  ['North', '↑', 0, PAN_PIXELS],
  ['South', '↓', 0, -PAN_PIXELS],
  ['East', '→', -PAN_PIXELS, 0],
] as const;
const MOST_LISTED = 200;
const BUSIEST_LISTED = 5;

/** Who is where, now. */
export function MapPage() {
  const { data: facets, error } = useLoad<readonly Facet[]>('/facets');
  const { data: sectors } = useLoad<readonly Sector[]>('/sectors?limit=20', 5_000);
  const [facetId, setFacetId] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const [search, setSearch] = useState('');
  const map = useRef<FacetMap | null>(null);
  useWants('people');
  const people = live.value?.people ?? [];
  const found = people.filter(({ account, name }) =>
    `${name} ${account}`.toLowerCase().includes(search.toLowerCase()),
  );
  const facet = facets?.find(({ id }) => id === facetId) ?? facets?.[0] ?? null;
  const choose = (person: Person | null): void => {
    setChosen(person?.serial ?? 0);
    if (person !== null) setFacetId(person.facet);
  };
  if (facet === null) return <p class="problem">{error}</p>;
  const who = people.find((person) => person.serial === chosen) ?? null;
  return (
    <div class="map-page">
      <section class="map" aria-label="Map">
        <div class="search">
          <label>
            Facet
            <select
              value={facet.id}
              onChange={({ currentTarget }) => setFacetId(Number(currentTarget.value))}
            >
              {facets?.map(({ height, id, width }) => (
                <option key={id} value={id}>
                  {id}: {width} x {height}
                </option>
              ))}
            </select>
          </label>
          {DIRECTIONS.map(([label, sign, dx, dy]) => (
            <button key={label} type="button" aria-label={label} onClick={() => map.current?.pan(dx, dy)}>
              {sign}
            </button>
          ))}
          <button type="button" aria-label="Nearer" onClick={() => map.current?.zoom(1)}>
            +
          </button>
          <button type="button" aria-label="Further" onClick={() => map.current?.zoom(-1)}>
            −
          </button>
        </div>
        <Land
          key={facet.id}
          facet={facet}
          shown={{ people, sectors: sectors ?? [], chosen }}
          handle={map}
          onChoose={choose}
        />
        {who !== null && <Chosen person={who} />}
      </section>
      <section aria-label="People in the world">
        {sectors !== null && sectors.length > 0 && (
          <Busiest sectors={sectors} map={map} onFacet={setFacetId} />
        )}
        <h2>{people.length} in the world</h2>
        <label class="search">
          Name or account
          <input
            type="search"
            value={search}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        </label>
        {people.length === 0 && <p class="dim">Nobody plays at the moment.</p>}
        <ul class="list short" aria-label="Who is where">
          {found.slice(0, MOST_LISTED).map((person) => (
            <li key={person.serial}>
              <button
                type="button"
                class="wide"
                aria-pressed={person.serial === chosen}
                onClick={() => {
                  choose(person);
                  map.current?.centreOn(person.x, person.y);
                }}
              >
                <strong>{person.name}</strong>
                {person.hidden && <span class="tag">◇ hidden</span>}
                <span class="dim">
                  {person.x}, {person.y}, facet {person.facet}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {found.length > MOST_LISTED && <p class="dim">{found.length - MOST_LISTED} more: look for a name.</p>}
      </section>
    </div>
  );
}

interface LandProps {
  readonly facet: Facet;
  readonly shown: Shown;
  readonly handle: { current: FacetMap | null };
  readonly onChoose: (person: Person | null) => void;
}

function Land({ facet, handle, onChoose, shown }: LandProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drag = useRef<{ x: number; y: number; moved: number } | null>(null);
  useEffect(() => {
    const made = new FacetMap(canvas.current!, facet);
    made.showAll();
    handle.current = made;
    const observer = new ResizeObserver(() => made.draw());
    observer.observe(canvas.current!);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (handle.current === null) return;
    handle.current.shown = shown;
    handle.current.draw();
  });
  const at = ({ clientX, clientY }: MouseEvent): [number, number] => {
    const { left, top } = canvas.current!.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };
  return (
    <canvas
      ref={canvas}
      aria-label="Map of the facet. Who is where is listed beside it."
      onPointerDown={(event) => {
        canvas.current!.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, y: event.clientY, moved: 0 };
      }}
      onPointerMove={(event) => {
        const from = drag.current;
        if (from === null) return;
        const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
        handle.current?.pan(dx, dy);
        drag.current = {
          x: event.clientX,
          y: event.clientY,
          moved: from.moved + Math.abs(dx) + Math.abs(dy),
        };
      }}
      onPointerUp={(event) => {
        if ((drag.current?.moved ?? 0) < 5) onChoose(handle.current?.personAt(...at(event)) ?? null);
        drag.current = null;
      }}
      onPointerCancel={() => {
        drag.current = null;
      }}
      onWheel={(event) => {
        event.preventDefault();
        handle.current?.zoom(event.deltaY < 0 ? 1 : -1, ...at(event));
      }}
    />
  );
}

function Chosen({ person }: { readonly person: Person }) {
  return (
    <p class="panel row" role="status">
      <strong>{person.name}</strong>
      <span class="dim">
        account {person.account}, at {person.x}, {person.y}, {person.z}
      </span>
      {may('gamemaster') && <a href={linkTo('entity', serial(person.serial))}>Inspect</a>}
    </p>
  );
}

interface BusiestProps {
  readonly sectors: readonly Sector[];
  readonly map: { readonly current: FacetMap | null };
  readonly onFacet: (facet: number) => void;
}

function Busiest({ map, onFacet, sectors }: BusiestProps) {
  return (
    <>
      <h2>Hot sectors</h2>
      <p class="dim">Squares of 16 x 16 tiles with the most people; the map marks them.</p>
      <ul class="list">
        {sectors.slice(0, BUSIEST_LISTED).map(({ entities, facet, people, x, y }) => (
          <li key={`${facet} ${x} ${y}`}>
            <button
              type="button"
              class="wide"
              onClick={() => {
                onFacet(facet);
                map.current?.centreOn(x + 8, y + 8);
              }}
            >
              {people} {people === 1 ? 'person' : 'people'}, {entities} things and people{' '}
              <span class="dim">
                at {x}, {y}, facet {facet}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
