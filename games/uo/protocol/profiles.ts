import { clientPackets } from './generated/client-packet.ts';
import { serverPackets } from './generated/server-packet.ts';
import { NEWEST_VERSION, OLDEST_VERSION } from './versions.ts';

/**
 * Every version at which the layout of any packet changes, ascending, the oldest supported version first. Between two of them all
 * clients read and write the same bytes.
 */
export const profiles: readonly number[] = profilesOf();

function profilesOf(): number[] {
  const changes = new Set([OLDEST_VERSION]);
  for (const { thresholds } of [...Object.values(clientPackets), ...Object.values(serverPackets)]) {
    for (const version of thresholds) {
      if (version > OLDEST_VERSION && version <= NEWEST_VERSION) changes.add(version);
    }
  }
  return [...changes].sort((a, b) => a - b);
}

/** The profile that a client version belongs to. */
export function profileOf(version: number): number {
  return profiles.findLast((profile) => profile <= version) ?? OLDEST_VERSION;
}
