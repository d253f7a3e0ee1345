import type { Rng } from '@gommog/core';
import { ShardProcess } from '@gommog/testkit';
import type { Deleter } from './deleter.ts';
import { Heartbeat } from './heartbeat.ts';
import type { TortureBot } from './torture-bot.ts';
import { type Fault, sleep, type TortureStore } from './torture-store.ts';
import { Withheld } from './withheld.ts';

/** Where in its life a shard was killed: at a moment of chance, or `point`: by a crash point. */
export type Moment = 'start' | 'login' | 'play' | 'point';

export interface Death {
  readonly moment: Moment;
  /** What was told before is older than this; in milliseconds. */
  readonly killedAt: number;
  /** How long the machine gave the shard no processor in the last second, in milliseconds. */
  readonly withheldMs: number;
  /** Somebody got no answer in time while he came in. */
  readonly isLate?: boolean;
}

/** Who plays, and over what. */
export interface LifeSetting {
  readonly store: TortureStore;
  readonly bots: readonly TortureBot[];
  readonly deleters: readonly Deleter[];
  readonly rng: Rng;
  /** A bug in the store, as a part of `GMG_TEST_STORE`. */
  readonly plant: object | null;
  /** Somebody has come in. */
  readonly entered: (bot: TortureBot) => void;
}

/** A shard in play is killed at most so long after all bots are in, in milliseconds. */
const PLAY_MS = 2_500;
/** Of the lives that do not end at a crash point, so many end while people log in. */
const IN_LOGIN = 0.25;
/** A store that kills its process by itself gets so long to come to that point. */
const CRASH_WITHIN_MS = 6_000;
/** A start may take so long, on the busiest of machines; the first one makes the land. */
const READY_WITHIN_MS = 600_000;
/** How late the death of a shard that kills itself may be noticed, besides what the heart tells. */
const NOTICE_MS = 100;
/** Logins at a time. */
const RAMP = 20;

/** The lives of a shard, one after the other, each with its death. */
export class Lives {
  readonly #setting: LifeSetting;
  readonly #heart = new Heartbeat();
  #shard: ShardProcess | null = null;
  #withheld: Withheld | null = null;
  /** How long a start takes, about. */
  #startMs = 0;
  #isEnding = false;

  constructor(setting: LifeSetting) {
    this.#setting = setting;
  }

  /** A life without a fault, in which everybody comes in, and which ends as it should. */
  async whole(): Promise<void> {
    const shard = await this.#launch({});
    await this.#login(shard, Infinity, true).enough;
    for (const bot of this.#setting.bots) bot.stop(performance.now(), 0);
    await shard.stop().catch((error: unknown) => {
      if (!this.#setting.store.mayEndLate || shard.outcome !== 1) throw error;
    });
  }

  /** Is killed at any moment of its start. Throws when it ended by itself. */
  async inStart(fault: Fault): Promise<Death> {
    const { rng } = this.#setting;
    const { crash: _, ...store } = fault.store ?? {};
    const shard = this.#spawn(store);
    await Promise.race([shard.ended, sleep(rng.between(0, this.#startMs * 1.1))]);
    return this.#kill(shard, 'start', null);
  }

  /**
   * One life that ends with the fault: while people log in, while they play, or where the fault says.
   * Throws when the shard did not do what it should.
   */
  async until(fault: Fault): Promise<Death> {
    const { deleters, rng } = this.#setting;
    const isCrash = fault.store?.crash !== undefined;
    const shard = await this.#launch(fault.store ?? {}).catch((error: Error) => {
      if (isCrash && this.#shard?.outcome === 'SIGKILL') return null;
      throw error;
    });
    if (shard === null) return this.#died();
    const inLogin = !isCrash && fault.during === undefined && rng.chance(IN_LOGIN);
    const deleting = deleters.map((deleter) => deleter.run(shard.port('uo')));
    const logins = this.#login(shard, inLogin ? rng.between(1, this.#setting.bots.length) : Infinity);
    let stoppedAt: number | null = null;
    let trouble: unknown = null;
    if (isCrash) {
      await Promise.race([logins.enough.catch(() => shard.ended), shard.ended]);
      await Promise.race([shard.ended, sleep(CRASH_WITHIN_MS)]);
    } else {
      try {
        await logins.enough;
        if (!inLogin) {
          await sleep(rng.between(0, PLAY_MS));
          stoppedAt = (await fault.during?.(shard)) ?? null;
        }
      } catch (error) {
        trouble = error;
      }
    }
    const death =
      isCrash && shard.outcome === 'SIGKILL'
        ? this.#died()
        : await this.#kill(shard, inLogin ? 'login' : 'play', stoppedAt);
    await Promise.allSettled([logins.all, ...deleting]);
    if (trouble !== null && !isLate(trouble)) throw trouble;
    return { ...death, isLate: trouble !== null };
  }

  /** Ends what runs, for good. */
  async end(): Promise<void> {
    this.#isEnding = true;
    this.#heart.stop();
    this.#withheld?.stop();
    await this.#shard?.kill9();
  }

  async #launch(faults: object): Promise<ShardProcess> {
    const launchedAt = performance.now();
    const shard = this.#spawn(faults);
    const timer = setTimeout(() => void shard.kill9(), READY_WITHIN_MS);
    await shard.ready.finally(() => clearTimeout(timer));
    const tookMs = performance.now() - launchedAt;
    this.#startMs = this.#startMs === 0 ? tookMs : this.#startMs + (tookMs - this.#startMs) / 4;
    return shard;
  }

  #spawn(given: object): ShardProcess {
    if (this.#isEnding) throw new Error('the torture is over');
    const { plant, store } = this.#setting;
    const faults = { ...given, ...plant };
    const options = { ...store.options, ...(Object.keys(faults).length === 0 ? {} : { faults }) };
    this.#shard = ShardProcess.launch({
      data: store.place.dir,
      env: { ...store.env, GOMMOG_LOG_LEVEL: 'error', GMG_TEST_STORE: JSON.stringify(options) },
    });
    this.#withheld?.stop();
    this.#withheld = new Withheld(this.#shard.pid);
    return this.#shard;
  }

  async #kill(shard: ShardProcess, moment: Moment, stoppedAt: number | null): Promise<Death> {
    if (!shard.isRunning) throw new Error(`the shard ended by itself with ${shard.outcome}:\n${shard.log}`);
    this.#withheld!.sample();
    const killedAt = stoppedAt ?? performance.now();
    await shard.kill9();
    return { moment, killedAt, withheldMs: this.#withheld!.ms };
  }

  /** It killed itself, and that was just noticed. */
  #died(): Death {
    const killedAt = Math.min(performance.now() - NOTICE_MS, this.#heart.keptUpUntil);
    return { moment: 'point', killedAt, withheldMs: this.#withheld!.ms };
  }

  /** Who is in begins at once. Whoever is `patient` tries again when the machine was too busy to answer him. */
  #login(shard: ShardProcess, count: number, patient = false): Logins {
    const { bots, entered } = this.#setting;
    const waiting = [...bots];
    const enough = Promise.withResolvers<void>();
    let inside = 0;
    const worker = async (): Promise<void> => {
      for (let bot = waiting.pop(); bot !== undefined; bot = waiting.pop()) {
        try {
          await bot.login(shard.port('uo'));
        } catch (error) {
          if (!patient || !isLate(error)) throw error;
          waiting.push(bot);
          continue;
        }
        entered(bot);
        bot.start();
        inside++;
        if (inside === count) enough.resolve();
      }
    };
    const workers = Array.from({ length: RAMP }, worker);
    Promise.all(workers).then(() => enough.resolve(), enough.reject);
    // What comes of it may be looked at when the shard is dead.
    enough.promise.catch(() => {});
    return { enough: enough.promise, all: Promise.allSettled(workers) };
  }
}

interface Logins {
  /** As many as were asked for are in. Rejects when somebody could not come in before that. */
  readonly enough: Promise<void>;
  /** Nobody is on his way in any more. */
  readonly all: Promise<unknown>;
}

/** A machine that is too busy for so many is no broken promise. */
function isLate(trouble: unknown): boolean {
  return trouble instanceof Error && /^\S+: no .* within \d+ ms$/.test(trouble.message);
}
