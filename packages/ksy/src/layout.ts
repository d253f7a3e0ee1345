import type { Attr } from './model.ts';

/**
 * Does what is left of a byte end here? The language says so wherever a field follows bits that is none itself, also when its
 * condition is not met. Plain numbers and bytes begin at a whole byte by themselves.
 */
export function endsBits(seq: readonly Attr[], i: number): boolean {
  const attr = seq[i];
  if (attr === undefined || seq[i - 1]?.type.kind !== 'bits' || attr.type.kind === 'bits') return false;
  return (
    attr.when !== null || attr.repeat !== null || attr.type.kind === 'user' || attr.type.kind === 'switch'
  );
}
