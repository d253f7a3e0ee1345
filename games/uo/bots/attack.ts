import type { BotConnection, Connect } from '@gommog/bots';
import { Writer } from '@gommog/wire';
import { encodeAccountLogin, NEWEST_VERSION } from '../protocol/index.ts';
import type { HostilePackets } from './hostile-packets.ts';
import { ScriptedClient } from './scripted-client.ts';

/** How far an attacker behaves before it begins. */
export const attackPhases = ['nothing', 'seed', 'login', 'characters', 'world'] as const;
export type AttackPhase = (typeof attackPhases)[number];

export interface AttackOptions {
  readonly connect: Connect;
  readonly host: string;
  readonly port: number;
  readonly account: string;
  readonly password: string;
  readonly phase: AttackPhase;
  readonly packets: HostilePackets;
  /** Bursts that it sends, unless it is sent away before. */
  readonly bursts: number;
  readonly now: () => number;
  /** Waits between two bursts. */
  readonly pause: () => Promise<void>;
}

/** `seed` of a client 7.0.102.3. */
const SEED = Uint8Array.of(0xef, 127, 0, 0, 1, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 102, 0, 0, 0, 3);

/**
 * One attacker: behaves up to a phase, then sends its bursts, and goes. Returns how many it sent: none when it was refused, as
 * it may be after what its account did before.
 */
export async function attack(options: AttackOptions): Promise<number> {
  const { bursts, packets, pause } = options;
  const line = await open(options).catch(() => null);
  if (line === null) return 0;
  let sent = 0;
  while (sent < bursts && !line.isClosed()) {
    line.send(packets.next());
    sent++;
    await pause();
  }
  line.close();
  return sent;
}

interface Line {
  send(bytes: Uint8Array): void;
  isClosed(): boolean;
  close(): void;
}

async function open(options: AttackOptions): Promise<Line> {
  const { phase } = options;
  if (phase !== 'characters' && phase !== 'world') return bare(options);
  const client = new ScriptedClient({ ...options, strict: false });
  const list = await client.authenticate();
  if (phase === 'world') await client.enter(list, 0, { name: 'Foe of All' });
  return {
    send: (bytes) => client.sendRaw(bytes),
    isClosed: () => client.closed !== null,
    close: () => client.close(),
  };
}

async function bare({ account, connect, host, password, phase, port }: AttackOptions): Promise<Line> {
  let closed = false;
  const onClose = (): void => {
    closed = true;
  };
  const connection: BotConnection = await connect(host, port, { onData: () => {}, onClose });
  const send = (bytes: Uint8Array): void => {
    connection.write(bytes);
    connection.flush();
  };
  if (phase !== 'nothing') send(SEED);
  if (phase === 'login') {
    const writer = new Writer();
    encodeAccountLogin(writer, { username: account, password }, NEWEST_VERSION);
    send(writer.bytes());
  }
  return { send, isClosed: () => closed, close: () => connection.close('done') };
}
