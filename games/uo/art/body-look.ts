import { type BodyKind, bodyKind } from '../files/body-kind.ts';
import type { BodyLook } from './art-source.ts';

type Stride = Pick<BodyLook, 'walk' | 'run' | 'stand'>;

/** Actions of going about, by kind. Source: reference section 16.1. */
export const STRIDES: Readonly<Record<BodyKind, Stride>> = {
  monster: { walk: 0, run: 0, stand: 1 },
  animal: { walk: 0, run: 1, stand: 2 },
  people: { walk: 0, run: 2, stand: 4 },
};

/** The look of a body of which nothing is said but its number. */
export function plainLook(body: number): BodyLook {
  return { body, hue: 0, ...STRIDES[bodyKind(body)] };
}

export function isSameLook(a: BodyLook, b: BodyLook): boolean {
  return a.body === b.body && a.hue === b.hue && a.walk === b.walk && a.run === b.run && a.stand === b.stand;
}
