import type { Desk } from '../../receive/handler.ts';
import type { Door } from '../door.ts';

/** The desk of UO clients. */
export interface UoDesk extends Desk {
  readonly door: Door;
  /** One line about the shard, for those who list shards. */
  status(extended: boolean): string;
}
