import type { GumpHandler } from '../windows/gumps.ts';
import { answerTo } from './answer-to.ts';
import { onPropsAnswer, props } from './commands/props.ts';
import { onWho, who } from './commands/who.ts';

/** Answers to the gumps that staff commands open. */
export const staffGumps: Readonly<Record<string, GumpHandler>> = {
  'staff-props': answerTo(props, onPropsAnswer),
  'staff-who': answerTo(who, onWho),
};
