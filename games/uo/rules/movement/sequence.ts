/** The number of the first walk request after a start or a reset. */
export const FIRST_SEQUENCE = 0;

/**
 * - `accept`: it is the next request; the number expected next is then `nextSequence` of it.
 * - `ignore`: it was sent before the client knew of the reset, and gets no answer.
 * - `deny`: client and server disagree; the client has to be told where it is and both start anew.
 */
export type SequenceVerdict = 'accept' | 'ignore' | 'deny';

/**
 * Judges the number of a walk request. After a denial, a teleport or any other reset `FIRST_SEQUENCE` is expected, and
 * what is still on its way carries other numbers. A client that starts anew of its own accord is always accepted: the
 * number only keeps both sides in step, it protects nothing. Source: classic client rule.
 */
export function judgeSequence(expected: number, sequence: number): SequenceVerdict {
  if (sequence === expected || sequence === FIRST_SEQUENCE) return 'accept';
  return expected === FIRST_SEQUENCE ? 'ignore' : 'deny';
}

/** The number of the request after this one: 255 is followed by 1, never by 0. */
export function nextSequence(sequence: number): number {
  return sequence >= 255 ? 1 : sequence + 1;
}
