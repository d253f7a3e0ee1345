import { effect, signal } from '@preact/signals';
import { ApiError } from '../api/session.ts';
import { route } from '../route.ts';

const notice = signal<{ readonly text: string; readonly isProblem: boolean } | null>(null);

/** Does something over the API, and tells what came of it. */
export async function attempt(deed: () => Promise<string>): Promise<void> {
  try {
    notice.value = { text: await deed(), isProblem: false };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    notice.value = { text: error.message, isProblem: true };
  }
}

/** It is of the page where the deed was done. */
effect(() => {
  route.value;
  notice.value = null;
});

/** What came of the last deed. It stays until it is closed, or something else was done, or one goes elsewhere. */
export function Notice() {
  const told = notice.value;
  return (
    <div class="notices" role="status" aria-live="polite">
      {told !== null && told.text !== '' && (
        <p class={told.isProblem ? 'notice problem' : 'notice'}>
          <span>{told.text}</span>
          <button
            type="button"
            aria-label="Close"
            onClick={() => {
              notice.value = null;
            }}
          >
            ✕
          </button>
        </p>
      )}
    </div>
  );
}
