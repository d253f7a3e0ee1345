import type { Account } from '@gommog/staff-api';
import { useState } from 'preact/hooks';
import { useLoad } from '../api/use-load.ts';
import { linkTo, route } from '../route.ts';
import { AccountPanel } from './account-panel.tsx';

/** Accounts and their characters. */
export function People({ argument }: { readonly argument: string }) {
  const [search, setSearch] = useState('');
  const { data, error, reload } = useLoad<readonly Account[]>(
    `/accounts?limit=100&search=${encodeURIComponent(search)}`,
    5_000,
  );
  const chosen = data?.find((account) => String(account.serial) === argument) ?? null;
  return (
    <div class={argument === '' ? 'halves' : 'halves open'}>
      <section aria-label="Accounts">
        <label class="search">
          Name of an account or a character
          <input
            type="search"
            value={search}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          />
        </label>
        {error !== '' && <p class="problem">{error}</p>}
        {data?.length === 0 && <p class="dim">Nobody is called so.</p>}
        <ul class="list">
          {data?.map((account) => (
            <li key={account.serial}>
              <a
                href={linkTo('people', String(account.serial))}
                aria-current={account === chosen ? 'true' : undefined}
              >
                <strong>{account.name}</strong>
                <States account={account} />
                <span class="dim">{account.characters.map(({ name }) => name).join(', ')}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
      {argument !== '' && (
        <section aria-label="Chosen account">
          <p>
            <a href={linkTo(route.value.page)}>← all accounts</a>
          </p>
          <AccountPanel key={argument} serial={argument} onChange={reload} />
        </section>
      )}
    </div>
  );
}

export function States({ account }: { readonly account: Account }) {
  return (
    <span class="states">
      {account.access !== 'player' && <span class="tag">{account.access}</span>}
      {account.online && <span class="tag good">● online</span>}
      {account.banned && <span class="tag bad">✕ banned</span>}
      {account.characters.some(({ jailedUntilMs }) => jailedUntilMs !== null) && (
        <span class="tag bad">▦ in jail</span>
      )}
    </span>
  );
}
