import { Histogram } from './histogram.ts';

/** How long a swarm plays, and how its bots come in. */
export interface SwarmRun {
  readonly count: number;
  /** How long to play after everybody is in, in seconds. */
  readonly seconds: number;
  /** Play that does not count, before those seconds: the shard's hot code is compiled by then. Default 0. */
  readonly warmUpSeconds?: number;
  /** Time between two acts of one bot, in milliseconds. */
  readonly stepMs: number;
  /** Logins in progress at a time. */
  readonly ramp: number;
  readonly now: () => number;
  readonly onProgress?: (line: string) => void;
}

/** What the bots of a game are and do. `B` is one of them. */
export interface SwarmCrew<B> {
  /** Logs the bot of this number in; a rejection is noted as an error. */
  enter(index: number): Promise<B>;
  act(bot: B): void;
  /** From here on it counts. */
  begin(bots: readonly B[]): void;
  /** How it goes, in a few words: once a second. */
  report(): string;
  /** It is over: what counts has been counted. */
  end(bots: readonly B[]): void;
  /** Why the bot is not connected any more, or null. */
  closed(bot: B): string | null;
  leave(bot: B): void;
}

export interface SwarmResult {
  readonly bots: number;
  /** How long logins took, in milliseconds. */
  readonly logins: Histogram;
  readonly errors: readonly string[];
}

const MAX_ERRORS = 20;

/** Logs a number of bots in and lets them act, each on its own beat, spread evenly, for the time that is given. */
export async function playSwarm<B>(run: SwarmRun, crew: SwarmCrew<B>): Promise<SwarmResult> {
  const { now, onProgress, seconds, stepMs, warmUpSeconds = 0 } = run;
  const errors: string[] = [];
  const logins = new Histogram();
  const bots = await enterAll(run, crew, logins, errors);
  onProgress?.(`${bots.length} of ${run.count} in the world`);
  const stops = bots.map((bot, i) =>
    beat(stepMs, (stepMs * i) / bots.length, () => tryTo(() => crew.act(bot), errors)),
  );
  await sleep(warmUpSeconds * 1000);
  crew.begin(bots);
  onProgress?.(`playing ${seconds} s`);
  const endAt = now() + seconds * 1000;
  while (now() < endAt) {
    await sleep(Math.min(1000, Math.max(1, endAt - now())));
    onProgress?.(`${Math.max(0, Math.ceil((endAt - now()) / 1000))} s left, ${crew.report()}`);
  }
  onProgress?.(`played ${seconds} s`);
  for (const stop of stops) stop();
  crew.end(bots);
  for (const bot of bots) {
    const reason = crew.closed(bot);
    if (reason !== null) errors.push(`closed: ${reason}`);
    crew.leave(bot);
  }
  return { bots: bots.length, logins, errors: errors.slice(0, MAX_ERRORS) };
}

async function enterAll<B>(
  run: SwarmRun,
  crew: SwarmCrew<B>,
  logins: Histogram,
  errors: string[],
): Promise<B[]> {
  const { count, now, onProgress, ramp } = run;
  const bots: B[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      const startedAt = now();
      try {
        const bot = await crew.enter(index);
        logins.add(now() - startedAt);
        bots.push(bot);
      } catch (error) {
        errors.push(String(error));
      }
      if (bots.length % 100 === 0) onProgress?.(`${bots.length} of ${count} in the world`);
    }
  };
  await Promise.all(Array.from({ length: ramp }, worker));
  return bots;
}

/** Acts every `everyMs`, the first time after `firstMs`; returns how to stop it. */
function beat(everyMs: number, firstMs: number, act: () => void): () => void {
  let interval: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    act();
    interval = setInterval(act, everyMs);
  }, firstMs);
  return () => {
    clearTimeout(first);
    clearInterval(interval);
  };
}

function tryTo(act: () => void, errors: string[]): void {
  try {
    act();
  } catch (error) {
    errors.push(String(error));
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
