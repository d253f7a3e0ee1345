import { WireError } from './error.ts';

/*
 * What generated code asks of values. In a reader a wrong value is the sender's fault (WireError); in a writer it is the
 * caller's own (RangeError).
 */

/** Writer: a derived number that its field can hold. */
export function fits(value: number, most: number): number {
  if (!(value >= 0 && value <= most && Number.isInteger(value))) {
    throw new RangeError(`${value} where a whole number from 0 to ${most} belongs`);
  }
  return value;
}

/** Writer: a value that its condition calls for. */
export function need<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new RangeError(`${name} is missing`);
  return value;
}

/** Writer: two values that describe the same thing. */
export function agree(given: number, expected: number, name: string): void {
  if (given !== expected) throw new RangeError(`${name} is ${given} but ${expected} was described`);
}

/** Writer: a rule that a value must keep. */
export function ensure(kept: boolean, rule: string): void {
  if (!kept) throw new RangeError(rule);
}

/** Reader: a rule that bytes must keep. */
export function check(kept: boolean, rule: string): void {
  if (!kept) throw new WireError('GMG_WIRE_BAD_VALUE', rule);
}

/** Reader: an element that another field points at. */
export function elementAt<T>(list: ArrayLike<T>, index: number): T {
  const found = list[index];
  if (found === undefined) throw new WireError('GMG_WIRE_BAD_VALUE', `element ${index} of ${list.length}`);
  return found;
}

/** Remainder that is never negative. */
export function modulo(value: number, divisor: number): number {
  const rest = value % divisor;
  return rest < 0 ? rest + divisor : rest;
}
