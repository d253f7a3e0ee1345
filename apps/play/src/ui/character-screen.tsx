import { useState } from 'preact/hooks';
import type { Stage } from './app.tsx';
import { NewCharacter } from './new-character.tsx';

/** The characters of an account: choose one, make one, delete one. */
export function CharacterScreen(stage: Stage) {
  const { client } = stage;
  const list = client.characters.value;
  const [making, setMaking] = useState<number | null>(null);
  const [deleting, setDeleting] = useState<number | null>(null);
  if (list === null) return null;
  const free = list.slots.findIndex(({ serial }) => serial === 0);
  const isEmpty = list.slots.every(({ serial }) => serial === 0);
  const slot = making ?? (isEmpty && free >= 0 ? free : null);
  if (slot !== null) {
    return <NewCharacter {...stage} slot={slot} onBack={isEmpty ? null : () => setMaking(null)} />;
  }
  const refusal = client.refusal.value;
  return (
    <main class="gate">
      <section class="card">
        <h1>Who are you today?</h1>
        <ul class="characters">
          {list.slots.map(({ name, serial }, i) =>
            serial === 0 ? null : (
              <li key={serial}>
                <button type="button" class="main" onClick={() => client.enter(i)}>
                  {name}
                </button>
                {deleting === i ? (
                  <>
                    <button
                      type="button"
                      class="danger"
                      onClick={() => {
                        setDeleting(null);
                        client.deleteCharacter(i);
                      }}
                    >
                      Delete for ever
                    </button>
                    <button type="button" onClick={() => setDeleting(null)}>
                      Keep
                    </button>
                  </>
                ) : (
                  <button
                    type="button"
                    class="link"
                    aria-label={`Delete ${name}`}
                    onClick={() => setDeleting(i)}
                  >
                    Delete
                  </button>
                )}
              </li>
            ),
          )}
        </ul>
        {refusal !== null && (
          <p class="refusal" role="alert">
            {refusal.text}
          </p>
        )}
        {free >= 0 && (
          <button type="button" onClick={() => setMaking(free)}>
            New character
          </button>
        )}
        <button type="button" class="link" onClick={() => client.logout()}>
          Log out
        </button>
      </section>
    </main>
  );
}
