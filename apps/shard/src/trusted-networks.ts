import { NetError, Networks } from '@gommog/net';
import type { Config } from './config/load.ts';
import { Refusal } from './refusal.ts';

/** The networks without limits. Throws Refusal for one that is none. */
export function trustedNetworks({ trustedNetworks }: Config): Networks {
  try {
    return new Networks(trustedNetworks);
  } catch (error) {
    if (error instanceof NetError) throw new Refusal(`trustedNetworks: ${error.message}`);
    throw error;
  }
}
