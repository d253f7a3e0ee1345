import { type Connect, Histogram, type Percentiles, playSwarm, type SwarmRun } from '@gommog/bots';
import { ScriptedClient } from './scripted-client.ts';

/** `walk`: all go about on one place, ten times a second. `build`: they place and break. `chat`: they talk. `idle`: they stand. */
export const scenarios = ['walk', 'build', 'chat', 'idle'] as const;
export type Scenario = (typeof scenarios)[number];

/** Time between two acts of a bot, in milliseconds: as often as clients do it. */
export const usualStepMs: Readonly<Record<Scenario, number>> = {
  walk: 100,
  build: 250,
  chat: 2_000,
  idle: 10_000,
};

export interface SwarmOptions extends SwarmRun {
  readonly connect: Connect;
  readonly host: string;
  readonly port: number;
  readonly scenario: Scenario;
  /** Names are `<prefix>0`, `<prefix>1`, … */
  readonly prefix: string;
  /** From 0 to 1. */
  readonly random: () => number;
}

export interface SwarmSummary {
  readonly scenario: Scenario;
  readonly bots: number;
  readonly seconds: number;
  readonly loginMs: Percentiles;
  readonly acts: number;
  /** From a step to the moment in which another bot is shown it; from building, until the builder is told. */
  readonly seenMs: Percentiles;
  readonly movesDelivered: number;
  readonly blocksDelivered: number;
  readonly messagesDelivered: number;
  /** Times that the server put a bot back. */
  readonly putBack: number;
  readonly packets: number;
  readonly bytes: number;
  readonly errors: readonly string[];
}

/** How far a bot goes from where it came in, in 32nds of a block. */
const LEASH = 12 * 32;
/** How far it goes at once. */
const STRIDE = 14;
/** Distance between two builders, in 32nds of a block. */
const SITE = 3 * 32;
/** One bot's acts carry a number, by which another knows them; so many different ones there are. */
const MARKS = 64;
/** The one of all bots that looks, so that measuring costs little. */
const WATCHER = 0;

interface Bot {
  readonly client: ScriptedClient;
  readonly home: { readonly x: number; readonly y: number; readonly z: number };
  heading: number;
  acts: number;
  /** When it last built something that it has not been told of; 0: it has been. */
  builtAt: number;
}

/** Logs a number of bots in, lets them play a scenario and sums up what happened. */
export async function runSwarm(options: SwarmOptions): Promise<SwarmSummary> {
  const swarm = new Swarm(options);
  const { bots, errors, logins } = await playSwarm<Bot>(options, swarm);
  const { scenario, seconds } = options;
  return { scenario, bots, seconds, loginMs: logins.percentiles(), ...swarm.summary(), errors };
}

class Swarm {
  readonly #options: SwarmOptions;
  readonly #seen = new Histogram();
  /** When each mark was last given to an act; 0: it has been seen. */
  readonly #markedAt = new Float64Array(MARKS);
  #mark = 0;
  #bots: readonly Bot[] = [];
  #before = totals([]);
  #after = totals([]);

  constructor(options: SwarmOptions) {
    this.#options = options;
  }

  async enter(index: number): Promise<Bot> {
    const { connect, host, now, port, prefix, scenario } = this.#options;
    const client = new ScriptedClient({
      connect,
      host,
      port,
      name: `${prefix}${index}`,
      keepsLevel: false,
      now,
    });
    await client.join();
    if (index === WATCHER) this.#watch(client);
    const { x, y, z } = client.pose;
    const bot = { client, home: { x, y, z }, heading: index, acts: 0, builtAt: 0 };
    if (scenario === 'build') this.#takeSite(bot, index);
    return bot;
  }

  /** Builders hang in the air, each at a place of its own. */
  #takeSite(bot: Bot, index: number): void {
    const { client, home } = bot;
    client.moveTo(
      home.x + ((index % 12) - 6) * SITE,
      home.y + 10 * 32,
      home.z + (Math.floor(index / 12) - 6) * SITE,
    );
    client.listen(({ body, kind }) => {
      if (kind !== 'set_block' || bot.builtAt === 0 || !isSiteOf(client, body)) return;
      this.#seen.add(this.#options.now() - bot.builtAt);
      bot.builtAt = 0;
    });
  }

  /** A block above its head, or what is there away again. */
  #build(bot: Bot, random: () => number): void {
    const [x, y, z] = siteOf(bot.client);
    bot.builtAt = this.#options.now();
    if (bot.acts % 2 === 0) bot.client.breakAt(x, y, z);
    else bot.client.place(x, y, z, 1 + Math.floor(random() * 5));
  }

  act(bot: Bot): void {
    if (!bot.client.isPlaying) return;
    const { random, scenario } = this.#options;
    bot.acts++;
    if (scenario === 'walk') this.#walk(bot, random);
    else if (scenario === 'build') this.#build(bot, random);
    else if (scenario === 'chat')
      bot.client.say(`I stand at ${bot.client.pose.x >> 5} ${bot.client.pose.z >> 5}`);
  }

  /** Straight on mostly, turning at times, and back when it has strayed. */
  #walk(bot: Bot, random: () => number): void {
    const { pose } = bot.client;
    const { home } = bot;
    const isAstray = Math.abs(pose.x - home.x) > LEASH || Math.abs(pose.z - home.z) > LEASH;
    if (isAstray) bot.heading = Math.atan2(home.z - pose.z, home.x - pose.x);
    else if (random() < 0.1) bot.heading = random() * 2 * Math.PI;
    const [dx, dz] = [Math.round(Math.cos(bot.heading) * STRIDE), Math.round(Math.sin(bot.heading) * STRIDE)];
    const pitch = this.#nextMark(bot);
    bot.client.moveTo(pose.x + dx, pose.y, pose.z + dz, Math.round(bot.heading * 41) & 0xff, pitch);
  }

  /** Every now and then a step carries a mark, in how far the head is lifted. */
  #nextMark(bot: Bot): number {
    const { count, now } = this.#options;
    if (bot.acts % Math.max(1, Math.floor(count / 8)) !== 0 || bot === this.#bots[WATCHER]) return MARKS;
    this.#mark = (this.#mark + 1) % MARKS;
    this.#markedAt[this.#mark] = now();
    return this.#mark;
  }

  #watch(client: ScriptedClient): void {
    client.listen(({ body, kind }) => {
      if (kind !== 'player_step_and_turn' && kind !== 'player_turn' && kind !== 'player_teleport') return;
      const at = this.#markedAt[body.pitch] ?? 0;
      if (at === 0) return;
      this.#markedAt[body.pitch] = 0;
      this.#seen.add(this.#options.now() - at);
    });
  }

  begin(bots: readonly Bot[]): void {
    this.#bots = bots;
    this.#before = totals(bots);
    this.#seen.clear();
  }

  report(): string {
    const { acts, movesSeen } = totals(this.#bots);
    const { p50, p99 } = this.#seen.percentiles();
    const moves = movesSeen - this.#before.movesSeen;
    return `${acts - this.#before.acts} acts, ${moves} moves seen, p50 ${p50.toFixed(1)} ms p99 ${p99.toFixed(1)} ms`;
  }

  end(bots: readonly Bot[]): void {
    this.#after = totals(bots);
  }

  summary(): Omit<SwarmSummary, 'scenario' | 'bots' | 'seconds' | 'loginMs' | 'errors'> {
    const [before, after] = [this.#before, this.#after];
    return {
      acts: after.acts - before.acts,
      seenMs: this.#seen.percentiles(),
      movesDelivered: after.movesSeen - before.movesSeen,
      blocksDelivered: after.blocksSeen - before.blocksSeen,
      messagesDelivered: after.messages - before.messages,
      putBack: after.putBack - before.putBack,
      packets: after.packets - before.packets,
      bytes: after.bytes - before.bytes,
    };
  }

  closed({ client }: Bot): string | null {
    return client.closed;
  }

  leave({ client }: Bot): void {
    client.close();
  }
}

function siteOf({ pose }: ScriptedClient): [x: number, y: number, z: number] {
  return [pose.x >> 5, (pose.y >> 5) + 2, pose.z >> 5];
}

function isSiteOf(client: ScriptedClient, at: { x: number; y: number; z: number }): boolean {
  const [x, y, z] = siteOf(client);
  return at.x === x && at.y === y && at.z === z;
}

function totals(bots: readonly Bot[]): ScriptedClient['count'] & { acts: number } {
  const sum = { packets: 0, bytes: 0, movesSeen: 0, blocksSeen: 0, messages: 0, putBack: 0, acts: 0 };
  for (const { acts, client } of bots) {
    sum.acts += acts;
    for (const key of Object.keys(client.count) as (keyof typeof client.count)[])
      sum[key] += client.count[key];
  }
  return sum;
}
