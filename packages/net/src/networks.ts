import { BlockList, isIP, SocketAddress } from 'node:net';
import { NetError } from './errors.ts';

/** IPv4 within IPv6 is written as IPv4, so that an address has one form. */
export function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}

/** The IPv6 address of 16 bytes as text, in the form that sockets report. */
export function ipv6Text(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, i) => ((bytes[2 * i]! << 8) | bytes[2 * i + 1]!).toString(16));
  return plainAddress(new SocketAddress({ address: groups.join(':'), family: 'ipv6' }).address);
}

/** A set of networks. */
export class Networks {
  readonly #list = new BlockList();

  /** `cidrs` like `10.0.0.0/8`, `::1/128` or a single address. Throws NetError `GMG_NET_BAD_NETWORK` at anything else. */
  constructor(cidrs: readonly string[]) {
    for (const cidr of cidrs) this.#add(cidr);
  }

  has(address: string): boolean {
    const version = isIP(address);
    return version !== 0 && this.#list.check(address, version === 4 ? 'ipv4' : 'ipv6');
  }

  #add(cidr: string): void {
    const [address, prefix, ...rest] = cidr.split('/') as [string, string?, ...string[]];
    const version = isIP(address);
    const longest = version === 4 ? 32 : 128;
    const length = prefix === undefined ? longest : Number(prefix);
    const isRange = /^\d+$/.test(prefix ?? '0') && length <= longest;
    if (version === 0 || !isRange || rest.length > 0) {
      throw new NetError(
        'GMG_NET_BAD_NETWORK',
        `${cidr} is no network; expected one like 10.0.0.0/8 or ::1/128`,
      );
    }
    this.#list.addSubnet(address, length, version === 4 ? 'ipv4' : 'ipv6');
  }
}

/** Who counts as one for limits: an IPv4 address, or the /64 network that one IPv6 subscriber has. */
export function addressGroup(address: string): string {
  if (!address.includes(':')) return address;
  const [head, tail] = address.split('::') as [string, string?];
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length;
  return [...front, ...Array.from({ length: zeros }, () => '0'), ...back].slice(0, 4).join(':');
}
