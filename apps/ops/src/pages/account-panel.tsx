import type { Account, Character } from '@gommog/staff-api';
import { roles } from '@gommog/staff-api/roles';
import { may, mayActOn, request } from '../api/session.ts';
import { useLoad } from '../api/use-load.ts';
import { linkTo } from '../route.ts';
import { ask } from '../ui/ask.tsx';
import { serial as shown } from '../ui/format.ts';
import { attempt } from '../ui/notice.tsx';
import { States } from './people.tsx';

interface Props {
  readonly serial: string;
  readonly onChange: () => void;
}

/** One account, and what may be done to it. */
export function AccountPanel({ onChange, serial }: Props) {
  const { data: account, error, reload } = useLoad<Account>(`/accounts/${serial}`, 5_000);
  if (account === null) return <p class="problem">{error}</p>;
  const act = (deed: object): void =>
    void attempt(async () => {
      const { outcome } = await request<{ outcome: string }>('POST', `/accounts/${serial}/act`, deed);
      reload();
      onChange();
      return outcome;
    });
  const isBelow = mayActOn(account.access);
  return (
    <article class="panel">
      <h2>
        {account.name} <States account={account} />
      </h2>
      {account.banReason !== '' && <p>Banned for: {account.banReason}</p>}
      <h3>Characters</h3>
      {account.characters.length === 0 && <p class="dim">None.</p>}
      <ul class="list">
        {account.characters.map((character) => (
          <CharacterRow key={character.serial} character={character} act={isBelow ? act : null} />
        ))}
      </ul>
      {may('gamemaster') && !isBelow && (
        <p class="dim">Nobody acts on their like, nor on themselves: this takes somebody with more rights.</p>
      )}
      {isBelow && (
        <p class="buttons">
          <button type="button" disabled={!account.online} onClick={() => askKick(account, act)}>
            Kick
          </button>
          {may('administrator') && <AdministratorButtons account={account} act={act} />}
        </p>
      )}
      {may('gamemaster') && (
        <p>
          <a href={linkTo('entity', shown(account.serial))}>Look at the account as an entity</a>
        </p>
      )}
    </article>
  );
}

type Act = (deed: object) => void;

interface RowProps {
  readonly character: Character;
  /** Null: one may not. */
  readonly act: Act | null;
}

function CharacterRow({ act, character }: RowProps) {
  const { jailedUntilMs, name, online, serial } = character;
  return (
    <li class="row">
      {may('gamemaster') ? <a href={linkTo('entity', shown(serial))}>{name}</a> : <strong>{name}</strong>}
      {online && <span class="tag good">● online</span>}
      {jailedUntilMs !== null && (
        <span class="tag bad">{jailedUntilMs === 0 ? '▦ in jail, without end' : '▦ in jail'}</span>
      )}
      {act !== null &&
        (jailedUntilMs === null ? (
          <button type="button" onClick={() => askJail(character, act)}>
            Jail
          </button>
        ) : (
          <button type="button" onClick={() => act({ kind: 'unjail', character: serial })}>
            Let out
          </button>
        ))}
    </li>
  );
}

function AdministratorButtons({ account, act }: { readonly account: Account; readonly act: Act }) {
  return (
    <>
      {account.banned ? (
        <button type="button" onClick={() => act({ kind: 'unban' })}>
          Lift the ban
        </button>
      ) : (
        <button type="button" class="danger" onClick={() => askBan(account, act)}>
          Ban
        </button>
      )}
      <button type="button" onClick={() => askAccess(account, act)}>
        Set access
      </button>
      <button type="button" onClick={() => askPassword(account)}>
        New password
      </button>
    </>
  );
}

function askKick({ name }: Account, act: Act): void {
  ask({
    title: `Kick ${name}?`,
    deed: 'Kick',
    isDangerous: false,
    content: <p>Their session ends. They may log in again.</p>,
    onYes: () => act({ kind: 'kick' }),
  });
}

function askJail({ name, serial }: Character, act: Act): void {
  ask({
    title: `Take ${name} to jail?`,
    deed: 'To jail',
    isDangerous: true,
    content: (
      <>
        <label>
          Minutes; 0: until somebody lets them out
          <input name="minutes" type="number" min="0" max="525600" value="30" required />
        </label>
        <label>
          What they are told why
          <input name="reason" maxLength={200} />
        </label>
      </>
    ),
    onYes: (fields) =>
      act({
        kind: 'jail',
        character: serial,
        minutes: Number(fields.get('minutes')),
        reason: String(fields.get('reason')),
      }),
  });
}

function askBan({ name }: Account, act: Act): void {
  ask({
    title: `Ban ${name}?`,
    deed: 'Ban',
    isDangerous: true,
    content: (
      <label>
        Reason
        <input name="reason" maxLength={200} />
      </label>
    ),
    onYes: (fields) => act({ kind: 'ban', reason: String(fields.get('reason')) }),
  });
}

function askAccess({ access, name }: Account, act: Act): void {
  ask({
    title: `What may ${name} do?`,
    deed: 'Set',
    isDangerous: false,
    content: (
      <label>
        Access
        <select name="access">
          {(['player', ...roles] as const).filter(mayActOn).map((each) => (
            <option key={each} selected={each === access}>
              {each}
            </option>
          ))}
        </select>
      </label>
    ),
    onYes: (fields) => act({ kind: 'set-access', access: String(fields.get('access')) }),
  });
}

function askPassword({ name, serial }: Account): void {
  ask({
    title: `A new password for ${name}?`,
    deed: 'Make one',
    isDangerous: true,
    content: <p>The old one is no longer good. The new one is shown once.</p>,
    onYes: () =>
      void attempt(async () => {
        const { password } = await request<{ password: string }>('POST', `/accounts/${serial}/password`);
        return `The new password of ${name}: ${password}`;
      }),
  });
}
