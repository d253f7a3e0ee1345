import { defineComponent, u8, type ValueOf, type World } from '@gommog/core';

/** What belongs to the world as a whole is kept on this serial, as the core keeps its own there. */
const WORLD = 0;

/** The light that staff have set everywhere outside, in place of the hour's. */
export const SetLight = defineComponent({
  id: 121,
  name: 'set-light',
  fields: {
    /** 0 bright to 30 dark. */
    level: u8,
  },
});
export type SetLight = ValueOf<typeof SetLight>;

/** Null: the light follows the hour. */
export function setLightOf(world: World): number | null {
  return world.get(WORLD, SetLight)?.level ?? null;
}

/** Sets the light everywhere outside, 0 to 30, over restarts too; null gives it back to the hour. */
export function setLight(world: World, level: number | null): void {
  if (level === null) world.remove(WORLD, SetLight);
  else world.set(WORLD, SetLight, { level });
}
