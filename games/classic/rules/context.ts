import type { TickContext } from '@gommog/core';
import type { Event } from './events.ts';
import type { Levels } from './levels/levels.ts';
import type { People } from './people/people.ts';
import type { Ruleset } from './ruleset.ts';

/** What the rules may use: the tick, who and what there is by name, and the numbers of the owner. */
export interface Context extends TickContext<Event> {
  readonly ruleset: Ruleset;
  readonly people: People;
  readonly levels: Levels;
}
