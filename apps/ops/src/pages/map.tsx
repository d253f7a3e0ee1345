import type { Facet, Person, Sector } from '@gommog/staff-api';
import { useEffect, useRef, useState } from 'preact/hooks';
import { live } from '../api/live.ts';
import { may } from '../api/session.ts';
import { useLoad } from '../api/use-load.ts';
import { useWants } from '../api/use-wants.ts';
import { FacetMap, type Shown } from '../map/facet-map.ts';
import { PAN_PIXELS, PRESS, steerMap } from '../map/steer-map.ts';
import { linkTo } from '../route.ts';
import { serial } from '../ui/format.ts';

/** For those who have no mouse. */
const DIRECTIONS = [
  ['West', '←', PAN_PIXELS, 0],
  ['North', '↑', 0, PAN_PIXELS],
  ['South', '↓', 0, -PAN_PIXELS],
  ['East', '→', -PAN_PIXELS, 0],
] as const;
const MOST_LISTED = 200;
const BUSIEST_LISTED = 5;

type Place = Pick<Person, 'facet' | 'x' | 'y'>;

/** Who is where, now. */
export function MapPage() {
  const { data: facets, error } = useLoad<readonly Facet[]>('/facets');
  const { data: sectors } = useLoad<readonly Sector[]>('/sectors?limit=20', 5_000);
  const [facetId, setFacetId] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const [search, setSearch] = useState('');
  const map = useRef<FacetMap | null>(null);
  /** What the map of another facet, which is not there yet, begins with. */
  const first = useRef<Place | null>(null);
  useWants('people');
  const people = live.value?.people ?? [];
  const found = people.filter(({ account, name }) =>
    `${name} ${account}`.toLowerCase().includes(search.toLowerCase()),
  );
  const facet = facets?.find(({ id }) => id === facetId) ?? facets?.[0] ?? null;
  const choose = (person: Person | null): void => setChosen(person?.serial ?? 0);
  if (facet === null) return <p class="problem">{error}</p>;
  const lookAt = (place: Place): void => {
    if (place.facet === facet.id) map.current?.lookAt(place.x, place.y);
    else first.current = place;
    setFacetId(place.facet);
  };
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
          <button type="button" aria-label="Nearer" onClick={() => map.current?.glide(PRESS)}>
            +
          </button>
          <button type="button" aria-label="Further" onClick={() => map.current?.glide(1 / PRESS)}>
            −
          </button>
          <button type="button" title="All of the facet" onClick={() => map.current?.showAll()}>
            All
          </button>
        </div>
        <Land
          key={facet.id}
          facet={facet}
          shown={{ people, sectors: sectors ?? [], chosen }}
          handle={map}
          first={first}
          onChoose={choose}
        />
        {who !== null && <Chosen person={who} />}
      </section>
      <section aria-label="People in the world">
        {sectors !== null && sectors.length > 0 && <Busiest sectors={sectors} onChoose={lookAt} />}
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
                  lookAt(person);
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
  readonly first: { current: Place | null };
  readonly onChoose: (person: Person | null) => void;
}

function Land({ facet, first, handle, onChoose, shown }: LandProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const choose = useRef(onChoose);
  choose.current = onChoose;
  useEffect(() => {
    const map = new FacetMap(canvas.current!, facet);
    map.showAll();
    if (first.current?.facet === facet.id) map.lookAt(first.current.x, first.current.y);
    first.current = null;
    handle.current = map;
    const release = steerMap(canvas.current!, map, (at) => choose.current(map.personAt(at)));
    const observer = new ResizeObserver(() => map.draw());
    observer.observe(canvas.current!);
    return () => {
      observer.disconnect();
      release();
    };
  }, []);
  useEffect(() => {
    if (handle.current === null) return;
    handle.current.shown = shown;
    handle.current.draw();
  });
  return (
    <canvas
      ref={canvas}
      tabIndex={0}
      aria-label="Map of the facet. Arrows move it, plus and minus bring it nearer and further, 0 shows all of it. Who is where is listed beside it."
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
  readonly onChoose: (middle: Place) => void;
}

function Busiest({ onChoose, sectors }: BusiestProps) {
  return (
    <>
      <h2>Hot sectors</h2>
      <p class="dim">Squares of 16 x 16 tiles with the most people; the map marks them.</p>
      <ul class="list">
        {sectors.slice(0, BUSIEST_LISTED).map(({ entities, facet, people, x, y }) => (
          <li key={`${facet} ${x} ${y}`}>
            <button type="button" class="wide" onClick={() => onChoose({ facet, x: x + 8, y: y + 8 })}>
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
