import type { Stage } from './app.tsx';
import { Bars } from './bars.tsx';
import { Chat } from './chat.tsx';
import { Cursor } from './cursor.tsx';
import { Labels } from './labels.tsx';
import { Menu } from './menu.tsx';
import { Minimap } from './minimap.tsx';
import { Split } from './split.tsx';
import { ThingMenu } from './thing-menu.tsx';
import { Tooltip } from './tooltip.tsx';
import { WindowLayer } from './window-layer.tsx';

/** Everything over the world while one is in it. */
export function Hud(stage: Stage) {
  return (
    <>
      <Labels {...stage} />
      <Bars {...stage} />
      <Minimap {...stage} />
      <Chat {...stage} />
      <WindowLayer {...stage} />
      <Menu {...stage} />
      <Split {...stage} />
      <ThingMenu {...stage} />
      <Tooltip {...stage} />
      <Cursor {...stage} />
    </>
  );
}
