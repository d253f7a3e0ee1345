import { randomUUID } from 'node:crypto';
import type { Delivery, Webhooks as View } from '@gommog/staff-api';
import { Deliveries, type DeliveryOptions } from './deliveries.ts';
import { type LineOptions, WebhookLine } from './webhook-line.ts';

/** What operators can be told of. */
export const webhookEvents = ['staff-login', 'crash-recovered', 'alert'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];
/** `test`: staff want to see whether it arrives. */
type Told = WebhookEvent | 'test';

export interface WebhookOptions extends LineOptions, DeliveryOptions {
  readonly urls: readonly string[];
  readonly events: readonly WebhookEvent[];
  /** Name of the shard. */
  readonly shard: string;
}

/** Tells other programs what happens, one message after the other for each address, and waits for nobody. */
export class Webhooks {
  readonly #options: WebhookOptions;
  readonly #deliveries: Deliveries;
  readonly #lines: readonly WebhookLine[];

  /** Goes on with what waited when the shard ended: whoever is told may be told it again, with the same id. */
  constructor(options: WebhookOptions) {
    this.#options = options;
    this.#deliveries = new Deliveries(options);
    this.#lines = options.urls.map((url) => new WebhookLine(url, this.#deliveries, options));
    for (const delivery of this.#deliveries.waiting()) {
      const line = this.#lines.find(({ address }) => address === delivery.address);
      if (line !== undefined) line.resume(delivery);
      else
        this.#deliveries.ended(
          delivery.id,
          'given-up',
          delivery.attempts,
          'its address is no longer in the settings',
        );
    }
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
      deliveries: this.#deliveries.list(),
    };
  }

  /** Begins no more attempts; what waits is kept. Resolves when those under way have ended, within seconds. */
  async stop(): Promise<void> {
    await Promise.all(this.#lines.map((line) => line.stop()));
  }

  #send(line: WebhookLine, event: Told, at: number, details: Readonly<Record<string, unknown>>): Delivery {
    const { shard } = this.#options;
    const { address, to } = line;
    const body = JSON.stringify({ event, at: new Date(at).toISOString(), shard, ...details });
    const {
      address: _,
      body: __,
      ...shown
    } = this.#deliveries.add({
      address,
      at,
      body,
      event,
      key: randomUUID(),
      to,
    });
    line.add({ body, event, id: shown.id, key: shown.key, attempts: 0 });
    return shown;
  }
}
