import { fallbacks } from '../rules/blocks.ts';
import type { Session } from './session.ts';

/** The block as the session's client is told of it. */
export function shownBlock(session: Session, block: number): number {
  return session.extensions.has('CustomBlocks') ? block : fallbacks[block]!;
}
