import { SingleBar } from 'cli-progress';

/** Shows how far a long work is: a bar on a terminal, a line for every tenth elsewhere. */
export class Progress {
  readonly #title: string;
  readonly #bar: SingleBar | null;
  #tenth = -1;

  constructor(title: string) {
    this.#title = title;
    this.#bar = process.stderr.isTTY
      ? new SingleBar({
          format: `${title} {bar} {percentage}% {what}`,
          stream: process.stderr,
          hideCursor: true,
        })
      : null;
    this.#bar?.start(100, 0, { what: '' });
  }

  /** `fraction` from 0 to 1. */
  readonly update = (fraction: number, what = ''): void => {
    if (this.#bar !== null) {
      this.#bar.update(Math.floor(fraction * 100), { what });
      return;
    }
    const tenth = Math.floor(fraction * 10);
    if (tenth === this.#tenth) return;
    this.#tenth = tenth;
    process.stderr.write(`${this.#title}: ${tenth * 10} % ${what}\n`);
  };

  done(): void {
    this.#bar?.update(100, { what: '' });
    this.#bar?.stop();
  }
}
