import { defineComponent, f64, json } from './component.ts';

/** What the world itself has to remember; kept on serial 0. */
export const Singleton = defineComponent({
  id: 2,
  name: 'world',
  fields: {
    nextSerials: json<readonly number[]>([]),
    rng: json<readonly [number, number, number, number]>([0, 0, 0, 0]),
    nowMs: f64,
  },
});
