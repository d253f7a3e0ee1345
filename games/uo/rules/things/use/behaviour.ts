import type { Context } from '../../context.ts';

/** What happens when a person uses an item. Its reach was checked before. `params` come from the item's template. */
export type Behaviour = (
  ctx: Context,
  mobile: number,
  item: number,
  params: Readonly<Record<string, unknown>>,
) => void;
