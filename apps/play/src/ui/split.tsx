import { useState } from 'preact/hooks';
import type { SplitAsked } from '../input/pointer.ts';
import type { Stage } from './app.tsx';

/** Asks how much of a stack is taken. */
export function Split({ pointer }: Stage) {
  const asked = pointer.split.value;
  return asked === null ? null : (
    <SplitForm key={asked.serial} asked={asked} onTake={(amount) => pointer.liftPart(asked.serial, amount)} />
  );
}

function SplitForm({ asked, onTake }: { asked: SplitAsked; onTake: (amount: number) => void }) {
  const [amount, setAmount] = useState(asked.amount);
  const submit = (event: Event): void => {
    event.preventDefault();
    onTake(Math.min(asked.amount, Math.max(0, amount)));
  };
  return (
    <form class="card split" aria-label="How many" onSubmit={submit}>
      <label>
        How many of {asked.amount}?
        <input
          type="range"
          min={1}
          max={asked.amount}
          value={amount}
          onInput={({ currentTarget }) => setAmount(Number(currentTarget.value))}
        />
        <input
          type="number"
          autofocus
          min={0}
          max={asked.amount}
          value={amount}
          onInput={({ currentTarget }) => setAmount(Number(currentTarget.value))}
        />
      </label>
      <button type="submit" class="main">
        Take
      </button>
      <button type="button" onClick={() => onTake(0)}>
        Leave it
      </button>
    </form>
  );
}
