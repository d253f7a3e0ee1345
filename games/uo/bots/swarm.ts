import { type Connect, Histogram, type Percentiles, playSwarm, type SwarmRun } from '@gommog/bots';
import { Belongings } from './belongings.ts';
import { ScriptedClient } from './scripted-client.ts';
import { Trades } from './trades.ts';
import { WebClient } from './web-client.ts';

export const scenarios = ['crowd', 'spread', 'chatter', 'shuffle', 'trade', 'idle'] as const;
export type Scenario = (typeof scenarios)[number];

export interface SwarmOptions extends SwarmRun {
  readonly connect: Connect;
  readonly host: string;
  readonly port: number;
  readonly scenario: Scenario;
  /** What they connect with. Default: UO clients. */
  readonly client?: 'uo' | 'web';
  /** Their accounts are staff: they go far by command. Without it they walk, and ask for nothing that they may not do. */
  readonly isStaff: boolean;
  /** Accounts are `<prefix>0`, `<prefix>1`, …; the password is the account's name. */
  readonly prefix: string;
  readonly version?: string;
  readonly random: () => number;
}

export interface SwarmSummary {
  readonly scenario: Scenario;
  readonly bots: number;
  readonly seconds: number;
  readonly loginMs: Percentiles;
  readonly stepsSent: number;
  readonly stepsAccepted: number;
  readonly stepsDenied: number;
  readonly ackMs: Percentiles;
  readonly movesDelivered: number;
  /** Windows that closed on both sides with something agreed. */
  readonly tradesDone: number;
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
  readonly home: { readonly x: number; readonly y: number };
  /** Only of bots that shuffle them: to know them, every packet is read. */
  readonly belongings: Belongings | null;
  readonly trades: Trades | null;
  /** Steps that were denied when it last chose where to go. */
  denied: number;
}

/** Logs a number of bots in, lets them play a scenario and sums up what happened. */
export async function runSwarm(options: SwarmOptions): Promise<SwarmSummary> {
  const { scenario } = options;
  if (options.client === 'web' && (scenario === 'shuffle' || scenario === 'trade'))
    throw new Error(`clients in a browser do not ${scenario}: choose another scenario`);
  const acks = new Histogram();
  let sent = 0;
  let all: readonly Bot[] = [];
  const entered: Bot[] = [];
  let before = totals([]);
  let after = before;
  const { bots, errors, logins } = await playSwarm<Bot>(options, {
    async enter(index) {
      const bot = await enter(options, index, acks);
      entered.push(bot);
      return bot;
    },
    act(bot) {
      if (bot.client.inWorld) sent += play(options, bot, entered);
    },
    begin(bots) {
      all = bots;
      before = totals(bots);
      acks.clear();
      sent = 0;
    },
    report() {
      const { accepted, denied } = totals(all);
      return (
        `${accepted - before.accepted} steps, ${denied - before.denied} denied, ` +
        `ack p50 ${acks.percentile(50).toFixed(1)} ms p99 ${acks.percentile(99).toFixed(1)} ms`
      );
    },
    end(bots) {
      after = totals(bots);
    },
    closed: ({ client }) => client.closed,
    leave: ({ client }) => client.close(),
  });
  return {
    scenario,
    bots,
    seconds: options.seconds,
    loginMs: logins.percentiles(),
    stepsSent: sent,
    stepsAccepted: after.accepted - before.accepted,
    stepsDenied: after.denied - before.denied,
    ackMs: acks.percentiles(),
    movesDelivered: after.movesSeen - before.movesSeen,
    tradesDone: entered.reduce((sum, { trades }) => sum + (trades?.count.done ?? 0), 0) / 2,
    packets: after.packets - before.packets,
    bytes: after.bytes - before.bytes,
    errors,
  };
}

async function enter(options: SwarmOptions, index: number, acks: Histogram): Promise<Bot> {
  const { count, isStaff, prefix, scenario } = options;
  const client = clientOf(options, `${prefix}${index}`);
  const minds = scenario === 'shuffle' || scenario === 'trade';
  const own = minds && client instanceof ScriptedClient ? client : null;
  const belongings = own === null ? null : new Belongings(own);
  const trades = own === null || scenario === 'shuffle' ? null : new Trades(own, belongings!);
  await client.login(0, { name: botName(index), city: scenario === 'spread' ? index % 3 : 0 });
  client.onAck = (ms) => acks.add(ms);
  const place = scenario === 'spread' ? spreadPlace(client, index, count) : null;
  if (place !== null && isStaff) await client.go(place.x, place.y);
  belongings?.open();
  const here = { x: client.x, y: client.y };
  return { client, home: isStaff ? here : (place ?? here), belongings, trades, denied: 0 };
}

function clientOf(options: SwarmOptions, account: string): SwarmClient {
  const { connect, host, now, port, version } = options;
  const common = { connect, host, port, account, password: account, strict: false, now };
  if (options.client === 'web') return new WebClient(common);
  return new ScriptedClient({ ...common, ...(version === undefined ? {} : { version }) });
}

/** Each has a place of its own, all over the land. Who cannot go there at once walks there, as far as the land lets them. */
function spreadPlace(
  { facetHeight, facetWidth }: SwarmClient,
  index: number,
  count: number,
): { readonly x: number; readonly y: number } {
  const side = Math.ceil(Math.sqrt(count));
  return {
    x: Math.floor(((index % side) + 0.5) * (facetWidth / side)),
    y: Math.floor((Math.floor(index / side) + 0.5) * (facetHeight / side)),
  };
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
function play({ scenario, random }: SwarmOptions, bot: Bot, all: readonly Bot[]): number {
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
    case 'trade':
      // All stand where they came in: everybody is near.
      bot.trades?.act(random, all[Math.floor(random() * all.length)]!.client.serial);
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
