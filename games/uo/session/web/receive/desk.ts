import type { Desk } from '../../receive/handler.ts';
import type { Tokens } from '../tokens.ts';

/** The desk of clients in a browser. */
export interface WebDesk extends Desk {
  readonly shardName: string;
  readonly tokens: Tokens;
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
}
