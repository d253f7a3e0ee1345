import type { Role } from '@gommog/staff-api';
import type { ComponentType } from 'preact';
import { isLive, live } from '../api/live.ts';
import { logout, may, session } from '../api/session.ts';
import { useLoad } from '../api/use-load.ts';
import { Alerts } from '../pages/alerts.tsx';
import { Audit } from '../pages/audit.tsx';
import { Backups } from '../pages/backups.tsx';
import { EntityPage } from '../pages/entity.tsx';
import { Logs } from '../pages/logs.tsx';
import { MapPage } from '../pages/map.tsx';
import { Overview } from '../pages/overview.tsx';
import { People } from '../pages/people.tsx';
import { Tokens } from '../pages/tokens.tsx';
import { Webhooks } from '../pages/webhooks.tsx';
import { linkTo, route } from '../route.ts';
import { Asking } from './ask.tsx';
import { time } from './format.ts';
import { Login } from './login.tsx';
import { Notice } from './notice.tsx';

interface Page {
  readonly name: string;
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly about: string;
  readonly needs: Role;
  readonly content: ComponentType<{ readonly argument: string }>;
}

const pages: readonly Page[] = [
  {
    name: 'overview',
    title: 'Overview',
    about: 'How the shard is, now and over time.',
    needs: 'counselor',
    content: Overview,
  },
  { name: 'map', title: 'Map', about: 'Who is where, each second.', needs: 'counselor', content: MapPage },
  {
    name: 'people',
    title: 'People',
    about: 'Accounts and their characters; what may be done to them.',
    needs: 'counselor',
    content: People,
  },
  {
    name: 'entity',
    title: 'Entity',
    about: 'Anything in the world, a person or a thing: what it is, and what became of it.',
    needs: 'gamemaster',
    content: EntityPage,
  },
  {
    name: 'alerts',
    title: 'Alerts',
    about: 'What needs a person.',
    needs: 'counselor',
    content: Alerts,
  },
  {
    name: 'webhooks',
    title: 'Webhooks',
    about: 'Other programs that are told what happens.',
    needs: 'administrator',
    content: Webhooks,
  },
  {
    name: 'audit',
    title: 'Audit',
    about: 'What staff did, in the world and here. Nothing of it can be taken away.',
    needs: 'administrator',
    content: Audit,
  },
  {
    name: 'logs',
    title: 'Logs',
    about: 'The newest 2,000 lines that the shard wrote about itself.',
    needs: 'administrator',
    content: Logs,
  },
  {
    name: 'backups',
    title: 'Backups',
    about: 'Copies of the world, and the world as it was.',
    needs: 'administrator',
    content: Backups,
  },
  {
    name: 'tokens',
    title: 'Tokens',
    about: 'Keys for programs of your own.',
    needs: 'administrator',
    content: Tokens,
  },
];

export function App() {
  const self = session.value;
  if (self === 'unknown') return <p class="gate dim">Looking for the shard…</p>;
  return self === null ? <Login /> : <Desk name={self.name} role={self.role} />;
}

function Desk({ name, role }: { readonly name: string; readonly role: Role }) {
  const { argument, page } = route.value;
  const { data: status } = useLoad<{ name: string }>('/status');
  const current = pages.find((each) => each.name === page) ?? pages[0]!;
  const Content = current.content;
  const alerts = live.value?.alerts ?? 0;
  return (
    <>
      <button type="button" class="skip" onClick={focusContent}>
        To the content
      </button>
      <header class="top">
        <strong>{status?.name ?? 'gommog'}</strong>
        <nav aria-label="Pages">
          {pages
            .filter(({ needs }) => may(needs))
            .map((each) => (
              <a
                key={each.name}
                href={linkTo(each.name)}
                aria-current={each === current ? 'page' : undefined}
              >
                {each.title}
                {each.name === 'alerts' && alerts > 0 && <b class="count">{alerts} open</b>}
              </a>
            ))}
        </nav>
        <p class="self">
          <LiveState />
          <span>
            {name}, {role}
          </span>
          <button type="button" onClick={() => void logout()}>
            Log out
          </button>
        </p>
      </header>
      <Notice />
      <main id="content" tabIndex={-1}>
        <div>
          <h1>{current.title}</h1>
          <p class="dim">{current.about}</p>
        </div>
        {may(current.needs) ? (
          <Content key={current.name} argument={argument} />
        ) : (
          <p class="problem">Not with your rights.</p>
        )}
      </main>
      <Asking />
    </>
  );
}

/** When the shard last told its figures. */
function LiveState() {
  const second = live.value;
  if (!isLive.value || second === null) return <span class="state bad">○ no link</span>;
  return <span class="state good live">● {time(second.at).slice(-8)}</span>;
}

/** No link: the address is the route, and a jump within the page must not change it. */
function focusContent(): void {
  document.querySelector<HTMLElement>('#content')?.focus();
}
