import { type ServerPacketKind, serverLayoutOf } from '../../protocol/index.ts';
import type { Wording } from '../dialect.ts';
import type { Encode } from '../session.ts';

/** A packet; versions for which it has the same layout share its bytes. */
export function packet<V>(kind: ServerPacketKind, encode: Encode<V>, value: V): Wording {
  return {
    layoutOf: (version) => serverLayoutOf(kind, version),
    write: (writer, version) => encode(writer, value, version),
  };
}
