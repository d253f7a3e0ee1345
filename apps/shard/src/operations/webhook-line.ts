import { createHash, createHmac } from 'node:crypto';
import type { Deliveries, KeptDelivery } from './deliveries.ts';

export interface LineOptions {
  /** Signs the bodies; null: they are not signed. */
  readonly secret: string | null;
  readonly fetch: typeof fetch;
  /** Calls back after so many milliseconds. */
  readonly after: (ms: number, callback: () => void) => void;
  readonly onGivenUp: (event: string, url: string, problem: string) => void;
}

/** Messages that may wait for one address; one more and the oldest is given up. */
const MOST_WAITING = 100;
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 1_000;
const TIMEOUT_MS = 5_000;

interface Message extends Pick<KeptDelivery, 'event' | 'id' | 'key'> {
  readonly body: string;
  attempts: number;
}

/** The messages for one address, in order. */
export class WebhookLine {
  readonly #url: string;
  readonly #options: LineOptions;
  readonly #deliveries: Deliveries;
  /** Where it goes, without what may be a secret. */
  readonly to: string;
  /** Knows the address again in what is kept, and does not tell it. */
  readonly address: string;
  readonly #waiting: Message[] = [];
  /** The first one is under way, or waits for its next attempt. */
  #isBusy = false;
  #isStopped = false;
  #attempted: Promise<void> = Promise.resolve();

  constructor(url: string, deliveries: Deliveries, options: LineOptions) {
    this.#url = url;
    this.to = new URL(url).origin;
    this.address = createHash('sha256').update(url).digest('hex').slice(0, 24);
    this.#deliveries = deliveries;
    this.#options = options;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  add(message: Message): void {
    if (this.#waiting.length >= MOST_WAITING) {
      const [given] = this.#waiting.splice(this.#isBusy ? 1 : 0, 1);
      if (given !== undefined) this.#giveUp(given, 'too many messages wait');
    }
    this.#waiting.push(message);
    if (!this.#isBusy) this.#send();
  }

  /** Goes on with one that waited when the shard ended. It may have arrived without anybody here knowing. */
  resume({ attempts, body, event, id, key, nextAt }: KeptDelivery): void {
    this.#waiting.push({ attempts, body: body ?? '', event, id, key });
    if (this.#isBusy) return;
    this.#isBusy = true;
    // Never longer than the pause was: the clock may have been set meanwhile.
    const left = Math.min(pauseAfter(attempts), Math.max(0, (nextAt ?? 0) - Date.now()));
    this.#options.after(left, () => this.#send());
  }

  /** Begins nothing more. Resolves when what is under way has come to an end. */
  stop(): Promise<void> {
    this.#isStopped = true;
    return this.#attempted;
  }

  #send(): void {
    const message = this.#isStopped ? undefined : this.#waiting[0];
    this.#isBusy = message !== undefined;
    if (message !== undefined) this.#attempted = this.#try(message);
  }

  async #try(message: Message): Promise<void> {
    const problem = await this.#post(message);
    const attempts = ++message.attempts;
    if (problem !== null && attempts < ATTEMPTS) {
      const pause = pauseAfter(attempts);
      this.#deliveries.failed(message.id, attempts, problem, Date.now() + pause);
      this.#options.after(pause, () => this.#send());
      return;
    }
    this.#waiting.shift();
    if (problem === null) this.#deliveries.ended(message.id, 'delivered', attempts, null);
    else this.#giveUp(message, problem);
    this.#send();
  }

  /** Null when it was taken; else why not. */
  async #post({ body, event, key }: Message): Promise<string | null> {
    try {
      const answer = await this.#options.fetch(this.#url, {
        method: 'POST',
        body,
        // A redirect could send what is told to somebody else.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          'content-type': 'application/json',
          'x-gommog-event': event,
          'x-gommog-delivery': key,
          ...this.#signature(body),
        },
      });
      await answer.body?.cancel();
      return answer.ok ? null : `it answered ${answer.status}`;
    } catch (error) {
      return wordsOf(error as Error);
    }
  }

  #signature(body: string): Record<string, string> {
    const { secret } = this.#options;
    if (secret === null) return {};
    return { 'x-gommog-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };
  }

  #giveUp({ attempts, event, id }: Message, problem: string): void {
    this.#deliveries.ended(id, 'given-up', attempts, problem);
    this.#options.onGivenUp(event, this.#url, problem);
  }
}

/** Milliseconds between an attempt, the first being 1, and the next. */
function pauseAfter(attempts: number): number {
  return FIRST_PAUSE_MS * 4 ** Math.max(0, attempts - 1);
}

/** `fetch` hides why behind its own words. */
function wordsOf({ cause, message, name }: Error): string {
  if (name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} seconds`;
  const { code } = (cause ?? {}) as { readonly code?: string };
  return code === undefined ? message : `${message} (${code})`;
}
