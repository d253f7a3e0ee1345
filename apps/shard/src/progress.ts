import { SingleBar } from 'cli-progress';

/** Shows how far a long work is: a bar on a terminal, a line for every tenth elsewhere. The process that began it is sent each percent. */
export class Progress {
  readonly #title: string;
  readonly #bar: SingleBar | null;
  #tenth = -1;
  #sent = '';

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
    if (process.send !== undefined && process.connected) {
      this.#send(process.send.bind(process), Math.floor(fraction * 100), what);
      return;
    }
    if (this.#bar !== null) {
      this.#bar.update(Math.floor(fraction * 100), { what });
      return;
    }
    const tenth = Math.floor(fraction * 10);
    if (tenth === this.#tenth) return;
    this.#tenth = tenth;
    process.stderr.write(`${this.#title}: ${tenth * 10} % ${what}\n`);
  };

  #send(send: (message: unknown) => void, percent: number, what: string): void {
    const sent = `${percent} ${what}`;
    if (sent === this.#sent) return;
    this.#sent = sent;
    send({ percent, what });
  }

  done(): void {
    this.#bar?.update(100, { what: '' });
    this.#bar?.stop();
  }
}
