import type { GumpHandler } from '../windows/gumps.ts';
import { onPropsAnswer } from './commands/props.ts';
import { onWho } from './commands/who.ts';

/** Answers to the gumps that staff commands open. */
export const staffGumps: Readonly<Record<string, GumpHandler>> = {
  'staff-props': onPropsAnswer,
  'staff-who': onWho,
};
