import { Belongings } from './belongings.ts';
import type { Connect } from './connection.ts';
import { Histogram } from './histogram.ts';
import { ScriptedClient } from './scripted-client.ts';
import { WebClient } from './web-client.ts';

export const scenarios = ['crowd', 'spread', 'chatter', 'shuffle', 'idle'] as const;
export type Scenario = (typeof scenarios)[number];

export interface SwarmOptions {
  readonly connect: Connect;
  readonly host: string;
  readonly port: number;
  readonly count: number;
  readonly scenario: Scenario;
  /** What they connect with. Default: UO clients. */
  readonly client?: 'uo' | 'web';
  /** How long to play after everybody is in, in seconds. */
  readonly seconds: number;
  /** Play that does not count, before those seconds: the shard's hot code is compiled by then. Default 0. */
  readonly warmUpSeconds?: number;
  /** Time between two steps of one bot, in milliseconds. */
  readonly stepMs: number;
  /** Logins in progress at a time. */
  readonly ramp: number;
  /** Accounts are `<prefix>0`, `<prefix>1`, …; the password is the account's name. */
  readonly prefix: string;
  readonly version?: string;
  readonly now: () => number;
  readonly random: () => number;
  readonly onProgress?: (line: string) => void;
}

export interface SwarmSummary {
  readonly scenario: Scenario;
  readonly bots: number;
  readonly seconds: number;
  readonly loginMs: { readonly p50: number; readonly p95: number; readonly max: number };
  readonly stepsSent: number;
  readonly stepsAccepted: number;
  readonly stepsDenied: number;
  readonly ackMs: { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number };
  readonly movesDelivered: number;
  readonly packets: number;
  readonly bytes: number;
  readonly errors: readonly string[];
}

/** Distance that a bot of the crowd keeps to the middle, in tiles: all of it is on one screen. */
const CROWD_TILES = 6;

/** What a bot does, whatever its client is. */
type SwarmClient = ScriptedClient | WebClient;

/** One bot with its place in the swarm. */
interface Bot {
  readonly client: SwarmClient;
  home: { x: number; y: number };
  /** Only of bots that shuffle them: to know them, every packet is read. */
  readonly belongings: Belongings | null;
  /** Steps that were denied when it last chose where to go. */
  denied: number;
}

/** Logs a number of bots in, lets them play a scenario and sums up what happened. */
export async function runSwarm(options: SwarmOptions): Promise<SwarmSummary> {
  const { now, onProgress } = options;
  if (options.client === 'web' && options.scenario === 'shuffle')
    throw new Error('clients in a browser do not shuffle: choose another scenario');
  const errors: string[] = [];
  const logins = new Histogram();
  const acks = new Histogram();
  const bots = await loginAll(options, logins, acks, errors);
  onProgress?.(`${bots.length} of ${options.count} in the world`);
  let sent = 0;
  const timers = bots.map((bot, i) => {
    const act = (): void => {
      try {
        if (bot.client.inWorld) sent += play(options, bot);
      } catch (error) {
        errors.push(String(error));
      }
    };
    // Spread over the period, so that the load is even.
    let interval: NodeJS.Timeout | undefined;
    const first = setTimeout(
      () => {
        act();
        interval = setInterval(act, options.stepMs);
      },
      (options.stepMs * i) / bots.length,
    );
    return () => {
      clearTimeout(first);
      clearInterval(interval);
    };
  });
  await new Promise((resolve) => setTimeout(resolve, (options.warmUpSeconds ?? 0) * 1000));
  const before = totals(bots);
  acks.clear();
  sent = 0;
  onProgress?.(`playing ${options.seconds} s`);
  const endAt = now() + options.seconds * 1000;
  while (now() < endAt) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(1000, Math.max(1, endAt - now()))));
    const { accepted, denied } = totals(bots);
    onProgress?.(
      `${Math.max(0, Math.ceil((endAt - now()) / 1000))} s left, ${accepted - before.accepted} steps, ` +
        `${denied - before.denied} denied, ack p50 ${acks.percentile(50).toFixed(1)} ms p99 ${acks.percentile(99).toFixed(1)} ms`,
    );
  }
  onProgress?.(`played ${options.seconds} s`);
  for (const stop of timers) stop();
  const after = totals(bots);
  for (const { client } of bots) {
    if (client.closed !== null) errors.push(`closed: ${client.closed}`);
    client.close();
  }
  return {
    scenario: options.scenario,
    bots: bots.length,
    seconds: options.seconds,
    loginMs: { p50: logins.percentile(50), p95: logins.percentile(95), max: logins.max },
    stepsSent: sent,
    stepsAccepted: after.accepted - before.accepted,
    stepsDenied: after.denied - before.denied,
    ackMs: { p50: acks.percentile(50), p95: acks.percentile(95), p99: acks.percentile(99), max: acks.max },
    movesDelivered: after.movesSeen - before.movesSeen,
    packets: after.packets - before.packets,
    bytes: after.bytes - before.bytes,
    errors: errors.slice(0, 20),
  };
}

async function loginAll(
  options: SwarmOptions,
  logins: Histogram,
  acks: Histogram,
  errors: string[],
): Promise<Bot[]> {
  const { count, now, onProgress, prefix, ramp } = options;
  const bots: Bot[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      const account = `${prefix}${index}`;
      const client = clientOf(options, account);
      const belongings =
        options.scenario === 'shuffle' && client instanceof ScriptedClient ? new Belongings(client) : null;
      const bot: Bot = { client, home: { x: 0, y: 0 }, belongings, denied: 0 };
      const startedAt = now();
      try {
        const city = options.scenario === 'spread' ? index % 3 : 0;
        await client.login(0, { name: botName(index), city });
        logins.add(now() - startedAt);
        client.onAck = (ms) => acks.add(ms);
        if (options.scenario === 'spread') await scatter(client, index, count);
        bot.home = { x: client.x, y: client.y };
        belongings?.open();
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

function clientOf(options: SwarmOptions, account: string): SwarmClient {
  const { connect, host, now, port, version } = options;
  const common = { connect, host, port, account, password: account, strict: false, now };
  if (options.client === 'web') return new WebClient(common);
  return new ScriptedClient({ ...common, ...(version === undefined ? {} : { version }) });
}

/** With staff rights (`--access` of `gommog account`) bots spread over the land by themselves; without, they stay in town. */
async function scatter(client: SwarmClient, index: number, count: number): Promise<void> {
  const side = Math.ceil(Math.sqrt(count));
  const x = Math.floor(((index % side) + 0.5) * (client.facetWidth / side));
  const y = Math.floor((Math.floor(index / side) + 0.5) * (client.facetHeight / side));
  await client.go(x, y);
}

/** Letters only, as names of people are. */
function botName(index: number): string {
  let letters = '';
  for (let n = index; ; n = Math.floor(n / 26) - 1) {
    letters = String.fromCharCode(97 + (n % 26)) + letters;
    if (n < 26) break;
  }
  return `Bot${letters}`;
}

/** One act of a bot; returns how many steps it asked for. */
function play({ scenario, random }: SwarmOptions, bot: Bot): number {
  const { client } = bot;
  switch (scenario) {
    case 'idle':
      return 0;
    case 'chatter':
      if (random() < 0.2) client.say(`I am ${client.x} ${client.y}`);
      return client.walk(Math.floor(random() * 8)) ? 1 : 0;
    case 'shuffle':
      bot.belongings?.shuffle(random);
      return 0;
    case 'crowd':
    case 'spread':
      return client.walk(homeward(bot, random)) ? 1 : 0;
  }
}

/** Straight on mostly, turning at times and before a wall, and back when it has strayed. */
function homeward(bot: Bot, random: () => number): number {
  const { client, home } = bot;
  const isBlocked = client.count.denied !== bot.denied;
  bot.denied = client.count.denied;
  const dx = home.x - client.x;
  const dy = home.y - client.y;
  if (isBlocked) return Math.floor(random() * 8);
  if (Math.max(Math.abs(dx), Math.abs(dy)) <= CROWD_TILES)
    return random() < 0.8 ? client.direction : Math.floor(random() * 8);
  const east = Math.sign(dx);
  const south = Math.sign(dy);
  return [7, 0, 1, 6, 0, 2, 5, 4, 3][(south + 1) * 3 + east + 1]!;
}

function totals(bots: readonly Bot[]): ScriptedClient['count'] {
  const sum = { packets: 0, bytes: 0, movesSeen: 0, accepted: 0, denied: 0, errors: 0 };
  for (const { client } of bots) {
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += client.count[key];
  }
  return sum;
}
