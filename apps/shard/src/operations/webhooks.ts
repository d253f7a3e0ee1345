import { createHmac, randomUUID } from 'node:crypto';
import type { Delivery, Webhooks as View } from '@gommog/staff-api';

/** What operators can be told of. */
export const webhookEvents = ['staff-login', 'crash-recovered', 'alert'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];
/** `test`: staff want to see whether it arrives. */
type Told = WebhookEvent | 'test';

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
  readonly onGivenUp: (event: Told, url: string, problem: string) => void;
}

/** Messages that may wait for one address; one more and the oldest is given up. */
const MOST_WAITING = 100;
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 1_000;
const TIMEOUT_MS = 5_000;
/** Deliveries that are remembered. */
const KEPT = 200;

interface Message {
  readonly event: Told;
  readonly body: string;
  /** The same at each attempt, so that who is told can know one that comes twice. */
  readonly id: string;
  readonly report: (change: Partial<Delivery>) => void;
  attempts: number;
}

/** Tells other programs what happens, one message after the other for each address, and waits for nobody. */
export class Webhooks {
  readonly #options: WebhookOptions;
  readonly #lines: readonly Line[];
  #deliveries: Delivery[] = [];
  #nextId = 1;

  constructor(options: WebhookOptions) {
    this.#options = options;
    this.#lines = options.urls.map((url) => new Line(url, options));
  }

  /** `at`: milliseconds since 1970. Returns whom it goes to. */
  tell(event: WebhookEvent, at: number, details: Readonly<Record<string, unknown>>): readonly string[] {
    if (!this.#options.events.includes(event)) return [];
    for (const line of this.#lines) this.#send(line, event, at, details);
    return [...new Set(this.#lines.map(({ to }) => to))];
  }

  /** Sends a message of no meaning to one address, by its number. Null when there is none. */
  test(number: number, at: number, by: string): Delivery | null {
    const line = this.#lines[number];
    return line === undefined ? null : this.#send(line, 'test', at, { by });
  }

  view(): View {
    const { events, secret } = this.#options;
    return {
      addresses: this.#lines.map(({ to, waiting }, number) => ({ number, to, waiting })),
      events: [...events],
      isSigned: secret !== null,
      deliveries: this.#deliveries.toReversed(),
    };
  }

  #send(line: Line, event: Told, at: number, details: Readonly<Record<string, unknown>>): Delivery {
    const id = this.#nextId++;
    const delivery: Delivery = {
      id,
      event,
      at,
      to: line.to,
      state: 'waiting',
      attempts: 0,
      problem: null,
      nextAt: null,
      endedAt: null,
    };
    this.#deliveries = [...this.#deliveries.slice(1 - KEPT), delivery];
    const report = (change: Partial<Delivery>): void => {
      this.#deliveries = this.#deliveries.map((each) => (each.id === id ? { ...each, ...change } : each));
    };
    const { shard } = this.#options;
    const body = JSON.stringify({ event, at: new Date(at).toISOString(), shard, ...details });
    line.add({ event, body, id: randomUUID(), report, attempts: 0 });
    return delivery;
  }
}

/** The messages for one address, in order. */
class Line {
  readonly #url: string;
  readonly #options: WebhookOptions;
  /** Where it goes, without what may be a secret. */
  readonly to: string;
  readonly #waiting: Message[] = [];
  #isSending = false;

  constructor(url: string, options: WebhookOptions) {
    this.#url = url;
    this.to = new URL(url).origin;
    this.#options = options;
  }

  get waiting(): number {
    return this.#waiting.length;
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
      message.report({ attempts: message.attempts, problem, nextAt: Date.now() + pause });
      this.#options.after(pause, () => void this.#send());
      return;
    }
    this.#waiting.shift();
    if (problem === null) {
      const { attempts } = message;
      message.report({ state: 'delivered', attempts, problem, nextAt: null, endedAt: Date.now() });
    } else this.#giveUp(message, problem);
    void this.#send();
  }

  /** Null when it was taken; else why not. */
  async #attempt({ body, event, id }: Message): Promise<string | null> {
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
          'x-gommog-delivery': id,
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

  #giveUp({ attempts, event, report }: Message, problem: string): void {
    report({ state: 'given-up', attempts, problem, nextAt: null, endedAt: Date.now() });
    this.#options.onGivenUp(event, this.#url, problem);
  }
}

/** `fetch` hides why behind its own words. */
function wordsOf({ cause, message, name }: Error): string {
  if (name === 'TimeoutError') return `no answer within ${TIMEOUT_MS / 1000} seconds`;
  const { code } = (cause ?? {}) as { readonly code?: string };
  return code === undefined ? message : `${message} (${code})`;
}
