import type { TargetHandler } from '../windows/targets.ts';
import { answerTo } from './answer-to.ts';
import { add, onAdd } from './commands/add.ts';
import { onTele, tele } from './commands/go.ts';
import { onProps, onSet, props, set } from './commands/props.ts';
import { onRemove, remove } from './commands/remove.ts';

/** Answers to the cursors that staff commands put up. */
export const staffTargets: Readonly<Record<string, TargetHandler>> = {
  'staff-add': answerTo(add, onAdd),
  'staff-props': answerTo(props, onProps),
  'staff-remove': answerTo(remove, onRemove),
  'staff-set': answerTo(set, onSet),
  'staff-tele': answerTo(tele, onTele),
};
