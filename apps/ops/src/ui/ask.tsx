import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Question {
  readonly title: string;
  /** What the button says that does it. */
  readonly deed: string;
  readonly isDangerous: boolean;
  readonly content: ComponentChildren;
  /** Fields of the form, when it was answered with yes. */
  readonly onYes: (fields: FormData) => void;
}

const question = signal<Question | null>(null);

/** Asks before something is done. */
export function ask(asked: Question): void {
  question.value = asked;
}

/** Where questions are shown. */
export function Asking() {
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = question.value;
  useEffect(() => {
    if (asked !== null && dialog.current?.open === false) dialog.current.showModal();
  }, [asked]);
  if (asked === null) return null;
  const end = (): void => {
    question.value = null;
  };
  return (
    <dialog ref={dialog} onClose={end} aria-labelledby="asked">
      <form
        class="card"
        onSubmit={(event) => {
          event.preventDefault();
          const fields = new FormData(event.currentTarget);
          end();
          asked.onYes(fields);
        }}
      >
        <h2 id="asked">{asked.title}</h2>
        {asked.content}
        <p class="buttons">
          <button type="submit" class={asked.isDangerous ? 'danger' : 'main'}>
            {asked.deed}
          </button>
          <button type="button" onClick={end}>
            Do not
          </button>
        </p>
      </form>
    </dialog>
  );
}
