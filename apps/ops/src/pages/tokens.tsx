import type { Role, Token } from '@gommog/staff-api';
import { roles } from '@gommog/staff-api/roles';
import { useState } from 'preact/hooks';
import { may, request } from '../api/session.ts';
import { useLoad } from '../api/use-load.ts';
import { ask } from '../ui/ask.tsx';
import { time } from '../ui/format.ts';
import { attempt } from '../ui/notice.tsx';

/** Tokens for an operator's own tools. */
export function Tokens() {
  const { data, error, reload } = useLoad<readonly Token[]>('/tokens');
  const [secret, setSecret] = useState('');
  const make = (name: string, role: string): void =>
    void attempt(async () => {
      const made = await request<Token & { secret: string }>('POST', '/tokens', { name, role });
      setSecret(made.secret);
      reload();
      return `The token ${made.name} is made.`;
    });
  return (
    <>
      <p>
        A token lets a program of yours use the <a href="/api/openapi.json">API</a>, with the header{' '}
        <code>authorization: Bearer …</code>
      </p>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault();
          const fields = new FormData(event.currentTarget);
          make(String(fields.get('name')), String(fields.get('role')));
          event.currentTarget.reset();
        }}
      >
        <label>
          What it is for
          <input name="name" required maxLength={60} />
        </label>
        <label>
          Rights
          <select name="role">
            {roles
              .filter((role: Role) => may(role))
              .map((role) => (
                <option key={role}>{role}</option>
              ))}
          </select>
        </label>
        <button type="submit" class="main">
          Make a token
        </button>
      </form>
      {secret !== '' && (
        <p class="panel" role="status">
          Its secret, shown this once: <code class="secret">{secret}</code>
        </p>
      )}
      {error !== '' && <p class="problem">{error}</p>}
      {data?.length === 0 && <p class="dim">There is none.</p>}
      <ul class="list">
        {data?.map((token) => (
          <li key={token.id} class="row">
            <strong>{token.name}</strong>
            <span class="tag">{token.role}</span>
            <span class="dim">
              {token.id}, made by {token.madeBy}, {time(token.madeAt)}
            </span>
            <button type="button" class="danger" onClick={() => askRevoke(token, reload)}>
              Revoke
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function askRevoke({ id, name }: Token, onDone: () => void): void {
  ask({
    title: `Revoke the token ${name}?`,
    deed: 'Revoke',
    isDangerous: true,
    content: <p>Programs that use it can no longer do so.</p>,
    onYes: () =>
      void attempt(async () => {
        await request('DELETE', `/tokens/${id}`);
        onDone();
        return `The token ${name} is revoked.`;
      }),
  });
}
