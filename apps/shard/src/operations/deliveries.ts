import { type Delivery, delivery } from '@gommog/staff-api';
import { z } from 'zod';

/** A delivery with what is needed to go on with it after a restart; nothing of it is a secret. */
export const keptDelivery = delivery.extend({
  address: z.string().describe('Which address, in a form that does not tell it.'),
  body: z.string().nullable().describe('What is sent; null: it has ended, and nothing will be.'),
});
export type KeptDelivery = z.infer<typeof keptDelivery>;

export interface DeliveryOptions {
  /** Those of before, oldest first. */
  readonly past: readonly KeptDelivery[];
  /** All that are kept, oldest first, after each change. */
  readonly keep: (deliveries: readonly KeptDelivery[]) => void;
}

/** Deliveries that have ended and are remembered. All that wait are, too: the lines of addresses are limited. */
const KEPT_ENDED = 200;

/** What was told to webhooks, and what came of it. */
export class Deliveries {
  readonly #keep: DeliveryOptions['keep'];
  #all: readonly KeptDelivery[];
  #nextId: number;

  constructor({ keep, past }: DeliveryOptions) {
    this.#keep = keep;
    this.#all = past;
    this.#nextId = Math.max(0, ...past.map(({ id }) => id)) + 1;
  }

  /** Those that have not ended, oldest first. */
  waiting(): readonly KeptDelivery[] {
    return this.#all.filter(({ state }) => state === 'waiting');
  }

  /** Newest first, without what is not for the eye. */
  list(): Delivery[] {
    return this.#all.map(({ address: _, body: __, ...shown }) => shown).toReversed();
  }

  add(
    told: Pick<KeptDelivery, 'address' | 'at' | 'event' | 'key' | 'to'> & { readonly body: string },
  ): KeptDelivery {
    const added: KeptDelivery = {
      ...told,
      id: this.#nextId++,
      state: 'waiting',
      attempts: 0,
      problem: null,
      nextAt: null,
      endedAt: null,
    };
    this.#set([...this.#all, added]);
    return added;
  }

  /** An attempt failed, and there will be another one at `nextAt`, in milliseconds since 1970. */
  failed(id: number, attempts: number, problem: string, nextAt: number): void {
    this.#change(id, { attempts, problem, nextAt });
  }

  ended(id: number, state: 'delivered' | 'given-up', attempts: number, problem: string | null): void {
    this.#change(id, { state, attempts, problem, nextAt: null, endedAt: Date.now(), body: null });
  }

  #change(id: number, change: Partial<KeptDelivery>): void {
    this.#set(this.#all.map((each) => (each.id === id ? { ...each, ...change } : each)));
  }

  #set(all: readonly KeptDelivery[]): void {
    let surplus = all.filter(({ state }) => state !== 'waiting').length - KEPT_ENDED;
    this.#all = all.filter(({ state }) => state === 'waiting' || surplus-- <= 0);
    this.#keep(this.#all);
  }
}
