import { useState } from 'preact/hooks';
import type { Client } from '../client.ts';

/** Name and password: of an account that there is, or for a new one. */
export function LoginScreen({ client }: { client: Client }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [isNew, setIsNew] = useState(false);
  const refusal = client.refusal.value;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (isNew) client.createAccount(name, password);
    else client.login(name, password);
  };
  return (
    <main class="gate">
      <form class="card" onSubmit={submit}>
        <h1>{client.shardName}</h1>
        <label>
          Account
          <input
            name="account"
            autocomplete="username"
            required
            maxLength={30}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <label>
          Password
          <input
            name="password"
            type="password"
            autocomplete={isNew ? 'new-password' : 'current-password'}
            required
            maxLength={30}
            value={password}
            onInput={({ currentTarget }) => setPassword(currentTarget.value)}
          />
        </label>
        {refusal !== null && (
          <p class="refusal" role="alert">
            {refusal.text}
          </p>
        )}
        <button type="submit" class="main">
          {isNew ? 'Make the account' : 'Log in'}
        </button>
        {client.mayCreateAccount.value && (
          <button type="button" class="link" onClick={() => setIsNew(!isNew)}>
            {isNew ? 'I have an account' : 'I am new here'}
          </button>
        )}
      </form>
    </main>
  );
}
