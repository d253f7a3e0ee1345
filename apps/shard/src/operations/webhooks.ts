import { createHmac } from 'node:crypto';

/** What operators can be told of. */
export const webhookEvents = ['staff-login', 'crash-recovered', 'alert'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

export interface WebhookOptions {
  readonly urls: readonly string[];
  /** Signs the bodies; null: they are not signed. */
  readonly secret: string | null;
  readonly events: readonly WebhookEvent[];
  /** Name of the shard. */
  readonly shard: string;
  readonly fetch: typeof fetch;
  /** Calls back after so many milliseconds. */
  readonly after: (ms: number, callback: () => void) => void;
  readonly onGivenUp: (event: WebhookEvent, url: string, problem: string) => void;
}

/** Messages that may wait for one address; one more and the oldest is given up. */
const MOST_WAITING = 100;
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 1_000;
const TIMEOUT_MS = 5_000;

interface Message {
  readonly event: WebhookEvent;
  readonly body: string;
  attempts: number;
}

/** Tells other programs what happens, one message after the other for each address, and waits for nobody. */
export class Webhooks {
  readonly #options: WebhookOptions;
  readonly #lines: readonly Line[];

  constructor(options: WebhookOptions) {
    this.#options = options;
    this.#lines = options.urls.map((url) => new Line(url, options));
  }

  /** `at`: milliseconds since 1970. */
  tell(event: WebhookEvent, at: number, details: Readonly<Record<string, unknown>>): void {
    const { events, shard } = this.#options;
    if (!events.includes(event)) return;
    const body = JSON.stringify({ event, at: new Date(at).toISOString(), shard, ...details });
    for (const line of this.#lines) line.add({ event, body, attempts: 0 });
  }
}

/** The messages for one address, in order. */
class Line {
  readonly #url: string;
  readonly #options: WebhookOptions;
  readonly #waiting: Message[] = [];
  #isSending = false;

  constructor(url: string, options: WebhookOptions) {
    this.#url = url;
    this.#options = options;
  }

  add(message: Message): void {
    if (this.#waiting.length >= MOST_WAITING) {
      const [given] = this.#waiting.splice(this.#isSending ? 1 : 0, 1);
      if (given !== undefined) this.#giveUp(given, 'too many messages wait');
    }
    this.#waiting.push(message);
    if (!this.#isSending) void this.#send();
  }

  async #send(): Promise<void> {
    const message = this.#waiting[0];
    this.#isSending = message !== undefined;
    if (message === undefined) return;
    message.attempts++;
    const problem = await this.#attempt(message);
    if (problem !== null && message.attempts < ATTEMPTS) {
      const pause = FIRST_PAUSE_MS * 4 ** (message.attempts - 1);
      this.#options.after(pause, () => void this.#send());
      return;
    }
    this.#waiting.shift();
    if (problem !== null) this.#giveUp(message, problem);
    void this.#send();
  }

  /** Null when it was taken; else why not. */
  async #attempt({ body, event }: Message): Promise<string | null> {
    try {
      const answer = await this.#options.fetch(this.#url, {
        method: 'POST',
        body,
        // A redirect could send what is told to somebody else.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: { 'content-type': 'application/json', 'x-gommog-event': event, ...this.#signature(body) },
      });
      await answer.body?.cancel();
      return answer.ok ? null : `it answered ${answer.status}`;
    } catch (error) {
      return (error as Error).message;
    }
  }

  #signature(body: string): Record<string, string> {
    const { secret } = this.#options;
    if (secret === null) return {};
    return { 'x-gommog-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };
  }

  #giveUp({ event }: Message, problem: string): void {
    this.#options.onGivenUp(event, this.#url, problem);
  }
}
