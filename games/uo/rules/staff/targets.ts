import type { TargetHandler } from '../windows/targets.ts';
import { onAdd } from './commands/add.ts';
import { onTele } from './commands/go.ts';
import { onProps, onSet } from './commands/props.ts';
import { onRemove } from './commands/remove.ts';

/** Answers to the cursors that staff commands put up. */
export const staffTargets: Readonly<Record<string, TargetHandler>> = {
  'staff-add': onAdd,
  'staff-props': onProps,
  'staff-remove': onRemove,
  'staff-set': onSet,
  'staff-tele': onTele,
};
