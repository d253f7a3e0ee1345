import type { Behaviour } from './behaviour.ts';

export const openContainer: Behaviour = (ctx, mobile, container) => {
  ctx.emit({ kind: 'container-opened', mobile, container });
};
