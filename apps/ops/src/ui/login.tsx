import { useState } from 'preact/hooks';
import { ApiError, login } from '../api/session.ts';

/** Name and password of an account of staff. */
export function Login() {
  const [problem, setProblem] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setIsBusy(true);
    try {
      await login(String(fields.get('account')), String(fields.get('password')));
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : String(error));
      setIsBusy(false);
    }
  };
  return (
    <main class="gate">
      <form class="card" onSubmit={(event) => void submit(event)}>
        <h1>Dashboard</h1>
        <p class="dim">For the staff of this shard, with the account they play with.</p>
        <label>
          Account
          <input name="account" autocomplete="username" required maxLength={30} />
        </label>
        <label>
          Password
          <input name="password" type="password" autocomplete="current-password" required maxLength={120} />
        </label>
        {problem !== '' && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <button type="submit" class="main" disabled={isBusy}>
          Log in
        </button>
      </form>
    </main>
  );
}
