import * as packets from '../../protocol/index.ts';
import { Account } from '../../rules/accounts/account.ts';
import type { Context } from '../../rules/context.ts';
import type { Session } from '../session.ts';
import { CHARACTER_LIST_FLAGS, FEATURES } from './features.ts';
import { RelayKeys } from './relay-keys.ts';
import { slotsOf } from './slots.ts';

export interface DoorOptions {
  readonly shardName: string;
  /** What clients are told to connect to for the game; null: the address and port they came to. */
  readonly advertise: { readonly address: string | null; readonly port: number | null };
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
}

/** The way of UO clients from the login connection to the game connection: shard list, relay, character list. */
export class Door {
  readonly #ctx: Context;
  readonly #options: DoorOptions;
  readonly relays = new RelayKeys();

  constructor(ctx: Context, options: DoorOptions) {
    this.#ctx = ctx;
    this.#options = options;
  }

  shards(session: Session): void {
    const address = ipv4(this.#addressFor(session));
    session.send(packets.encodeServerList, {
      servers: [{ index: 0, name: this.#options.shardName, percentFull: 0, timezone: 0, address }],
    });
  }

  chooseShard(session: Session): void {
    if (session.account === 0) {
      session.close('shard-before-login');
      return;
    }
    const { advertise, now } = this.#options;
    const key = this.relays.issue({ account: session.account, version: session.version }, now());
    const ip = ipv4(this.#addressFor(session));
    session.send(packets.encodeRelay, {
      address: Uint8Array.of(ip >>> 24, ip >>> 16, ip >>> 8, ip),
      port: advertise.port ?? session.link.localPort,
      authKey: key,
    });
  }

  #addressFor(session: Session): string {
    return this.#options.advertise.address ?? session.link.localAddress;
  }

  // ── game connection ──────────────────────────────────────────────────────────────────────────────────────────────

  gameLogin(session: Session, key: number, name: string): void {
    const relay = this.relays.redeem(key, this.#options.now());
    const account = relay && this.#ctx.world.get(relay.account, Account);
    if (!relay || !account || account.name.toLowerCase() !== name.toLowerCase() || account.banned) {
      this.#options.log('relay-refused', { session: session.id, address: session.link.address });
      session.close('relay-refused');
      return;
    }
    session.account = relay.account;
    if (session.version === 0) session.version = relay.version;
    session.compressed = true;
    session.phase = 'characters';
    if (session.version === 0) session.send(packets.encodeVersionRequest, {});
    session.send(packets.encodeFeatures, { flags: FEATURES, flagsOld: FEATURES & 0xffff });
    this.sendCharacterList(session);
  }

  sendCharacterList(session: Session): void {
    const cities = this.#ctx.startCities.map((city, index) => ({
      index,
      name: city.name,
      area: city.building,
      location: { x: city.x, y: city.y, z: city.z, map: city.facet, cliloc: city.cliloc },
    }));
    const slots = slotsOf(this.#ctx, session.account);
    session.send(packets.encodeCharacterList, { slots, cities, flags: CHARACTER_LIST_FLAGS, lastSlot: -1 });
  }
}

/** The four bytes of an address the client can be told; an IPv6 one becomes loopback if it is that, else 0 (stay where you are). */
function ipv4(address: string): number {
  const plain = address.startsWith('::ffff:') ? address.slice(7) : address === '::1' ? '127.0.0.1' : address;
  const parts = plain.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return 0;
  return ((parts[0]! << 24) | (parts[1]! << 16) | (parts[2]! << 8) | parts[3]!) >>> 0;
}
