import { encodeSpeakRequest, Manner, type TemplateEntry } from '@gommog/uo/web';
import { useEffect, useState } from 'preact/hooks';
import type { Stage } from './app.tsx';
import { Sprite } from './sprite.tsx';

const MOST_FOUND = 30;

/** What staff can do, as buttons: each says a command, and the shard decides whether it may be used. */
export function StaffWindow(stage: Stage) {
  const { client } = stage;
  client.changes.value;
  const { commands } = client.world;
  const may = (name: string): boolean => commands.some((command) => command.name === name);
  const run = (command: string): void =>
    client.send(encodeSpeakRequest, { manner: Manner.say, hue: 0, text: `.${command}` });
  if (commands.length === 0) return <p class="empty">You are no member of staff.</p>;
  const button = (command: string, text: string) =>
    may(command) ? (
      <button key={command} type="button" onClick={() => run(command)}>
        {text}
      </button>
    ) : null;
  return (
    <div class="staff">
      <section>
        <h3>Yourself</h3>
        <p class="row">
          {button('hide', 'Invisible')}
          {button('unhide', 'Visible')}
          {button('invul', 'Invulnerable')}
          {button('where', 'Where am I?')}
        </p>
      </section>
      <section>
        <h3>Go</h3>
        <p class="row">
          {button('tele', 'Point at a place')}
          {button('who', 'Who is here?')}
        </p>
        {may('go') && <GoTo {...stage} run={run} />}
      </section>
      <People may={may} run={run} />
      <section>
        <h3>Point at something</h3>
        <p class="row">
          {button('props', 'Look into it')}
          {button('remove', 'Remove it')}
        </p>
      </section>
      {may('add') && <AddItem {...stage} run={run} />}
      <Others commands={commands} run={run} />
    </div>
  );
}

function GoTo({ client, files, run }: Stage & { run: (command: string) => void }) {
  const [place, setPlace] = useState('');
  const there = files.places.find(({ name }) => name === place);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (there !== undefined)
      run(`go ${there.x} ${there.y} ${heightless(there.facet, client.world.facet)}`.trim());
    else if (place.trim() !== '') run(`go ${place.trim().replaceAll(',', ' ')}`);
  };
  return (
    <form class="row" onSubmit={submit}>
      <label>
        Place, or x y
        <input
          list="staff-places"
          value={place}
          onInput={({ currentTarget }) => setPlace(currentTarget.value)}
        />
      </label>
      <datalist id="staff-places">
        {files.places.map(({ facet, name }) => (
          <option key={`${facet}/${name}`} value={name} />
        ))}
      </datalist>
      <button type="submit">Go</button>
    </form>
  );
}

/** The command takes the facet behind a height: named only where it is another one. */
function heightless(facet: number, here: number): string {
  return facet === here ? '' : `0 ${facet}`;
}

interface PeopleProps {
  readonly may: (name: string) => boolean;
  readonly run: (command: string) => void;
}

/** Each act on a person: what it says, what it is called, and whether there is a way back. */
const acts = [
  { command: 'goname', text: 'Go there', isHard: false },
  { command: 'bring', text: 'Bring here', isHard: false },
  { command: 'unjail', text: 'Let out', isHard: false },
  { command: 'jail', text: 'Jail', isHard: true },
  { command: 'kick', text: 'Kick', isHard: true },
  { command: 'ban', text: 'Ban', isHard: true },
] as const;

function People({ may, run }: PeopleProps) {
  const [name, setName] = useState('');
  const [minutes, setMinutes] = useState(30);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const offered = acts.filter(({ command }) => may(command));
  if (offered.length === 0) return null;
  const quoted = `"${name.replaceAll('"', '').trim()}"`;
  const say: Readonly<Record<string, string>> = {
    jail: `jail ${quoted} ${minutes} ${reason}`,
    ban: `ban ${quoted} ${reason}`,
  };
  const act = (command: string): void => {
    setAsked(null);
    run((say[command] ?? `${command} ${quoted}`).trim());
  };
  return (
    <section>
      <h3>A person</h3>
      <p class="row">
        <label>
          Name
          <input value={name} onInput={({ currentTarget }) => setName(currentTarget.value)} />
        </label>
        {may('jail') && (
          <label>
            Minutes in jail
            <input
              type="number"
              min={0}
              value={minutes}
              onInput={({ currentTarget }) => setMinutes(Number(currentTarget.value) || 0)}
            />
          </label>
        )}
        {may('jail') && (
          <label>
            Reason
            <input value={reason} onInput={({ currentTarget }) => setReason(currentTarget.value)} />
          </label>
        )}
      </p>
      <p class="row">
        {offered.map(({ command, isHard, text }) => (
          <button
            key={command}
            type="button"
            class={isHard ? 'danger' : ''}
            disabled={name.trim() === ''}
            onClick={() => (isHard && asked !== command ? setAsked(command) : act(command))}
          >
            {asked === command ? `${text} ${name.trim()}?` : text}
          </button>
        ))}
      </p>
    </section>
  );
}

function AddItem({ art, files, run }: Stage & { run: (command: string) => void }) {
  const [templates, setTemplates] = useState<readonly TemplateEntry[]>([]);
  const [find, setFind] = useState('');
  const [amount, setAmount] = useState(1);
  useEffect(() => {
    files.templates().then(setTemplates, () => {});
  }, []);
  const words = find
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found =
    words.length === 0
      ? []
      : templates.filter(({ key, name }) =>
          words.every((word) => `${key} ${name}`.toLowerCase().includes(word)),
        );
  return (
    <section>
      <h3>Make a thing</h3>
      <p class="row">
        <label>
          Find
          <input type="search" value={find} onInput={({ currentTarget }) => setFind(currentTarget.value)} />
        </label>
        <label>
          How many
          <input
            type="number"
            min={1}
            value={amount}
            onInput={({ currentTarget }) => setAmount(Math.max(1, Number(currentTarget.value) || 1))}
          />
        </label>
      </p>
      <ul class="found" aria-label="Things to make">
        {found.slice(0, MOST_FOUND).map(({ graphic, key, name, stackable }) => (
          <li key={key}>
            <button
              type="button"
              onClick={() => run(stackable === 1 ? `add ${key} ${amount}` : `add ${key}`)}
            >
              <Sprite art={art} hues={files.hues} picture={art.static(graphic)} />
              {name} <small>{key}</small>
            </button>
          </li>
        ))}
      </ul>
      {found.length > MOST_FOUND && <p class="empty">and {found.length - MOST_FOUND} more</p>}
    </section>
  );
}

interface OthersProps {
  readonly commands: Stage['client']['world']['commands'];
  readonly run: (command: string) => void;
}

/** Every command there is for this person, with what is said after it. */
function Others({ commands, run }: OthersProps) {
  const [name, setName] = useState(commands[0]?.name ?? '');
  const [rest, setRest] = useState('');
  const chosen = commands.find((command) => command.name === name);
  const submit = (event: Event): void => {
    event.preventDefault();
    run(`${name} ${rest}`.trim());
  };
  return (
    <section>
      <h3>Any command</h3>
      <form class="row" onSubmit={submit}>
        <label>
          Command
          <select value={name} onChange={({ currentTarget }) => setName(currentTarget.value)}>
            {commands.map((command) => (
              <option key={command.name} value={command.name}>
                .{command.name}
              </option>
            ))}
          </select>
        </label>
        <label>
          {chosen?.usage === '' ? 'Nothing after it' : chosen?.usage}
          <input value={rest} onInput={({ currentTarget }) => setRest(currentTarget.value)} />
        </label>
        <button type="submit">Say it</button>
      </form>
      <p class="empty">{chosen?.summary}</p>
    </section>
  );
}
