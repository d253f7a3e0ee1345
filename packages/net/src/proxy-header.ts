import { ipv6Text } from './networks.ts';

/**
 * The header of the PROXY protocol, version 2, that a proxy sends before the bytes of a connection:
 *
 *   0  signature, 12 bytes
 *  12  version 2 << 4 | command (0 LOCAL: the proxy's own connection, 1 PROXY)
 *  13  family << 4 | transport (0x11 TCP over IPv4, 0x21 TCP over IPv6, 0x00 unspecified)
 *  14  u16 length of the rest
 *  16  source address, destination address, u16 source port, u16 destination port; then extensions, which are skipped
 *
 * Source: "The PROXY protocol, versions 1 & 2", HAProxy.
 */
const signature = [0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0x0d, 0x0a, 0x51, 0x55, 0x49, 0x54, 0x0a] as const;
const FIXED_BYTES = 16;
/** The specification asks receivers to take this much at least; none in use sends near it. */
const MAX_REST_BYTES = 4096;
const LOCAL = 0x20;
const PROXY = 0x21;
const UNSPECIFIED = 0x00;
const TCP4 = 0x11;
const TCP6 = 0x21;

/** Whom the proxy stands for; null if for itself or for someone unknown. */
export interface ProxiedEndpoints {
  readonly address: string;
  readonly localAddress: string;
  readonly localPort: number;
}

export type ProxyHeader =
  | { readonly kind: 'more' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'header'; readonly length: number; readonly endpoints: ProxiedEndpoints | null };

/** Reads the header at the beginning of `bytes`. `length` is the number of bytes that belong to it. */
export function readProxyHeader(bytes: Uint8Array): ProxyHeader {
  const known = Math.min(bytes.length, signature.length);
  for (let i = 0; i < known; i++) if (bytes[i] !== signature[i]) return { kind: 'malformed' };
  if (bytes.length < FIXED_BYTES) return { kind: 'more' };
  const command = bytes[12]!;
  const family = bytes[13]!;
  const rest = (bytes[14]! << 8) | bytes[15]!;
  if ((command !== LOCAL && command !== PROXY) || rest > MAX_REST_BYTES) return { kind: 'malformed' };
  const length = FIXED_BYTES + rest;
  const isProxied = command === PROXY && family !== UNSPECIFIED;
  if (isProxied && rest < addressBytes(family)) return { kind: 'malformed' };
  if (bytes.length < length) return { kind: 'more' };
  return { kind: 'header', length, endpoints: isProxied ? endpointsIn(bytes, family) : null };
}

/** Infinity for families that cannot be: a stream of ours is TCP. */
function addressBytes(family: number): number {
  return family === TCP4 ? 12 : family === TCP6 ? 36 : Number.POSITIVE_INFINITY;
}

function endpointsIn(bytes: Uint8Array, family: number): ProxiedEndpoints {
  const size = family === TCP4 ? 4 : 16;
  const text = (at: number): string => {
    const address = bytes.subarray(at, at + size);
    return family === TCP4 ? address.join('.') : ipv6Text(address);
  };
  const ports = FIXED_BYTES + 2 * size;
  const localPort = (bytes[ports + 2]! << 8) | bytes[ports + 3]!;
  return { address: text(FIXED_BYTES), localAddress: text(FIXED_BYTES + size), localPort };
}
