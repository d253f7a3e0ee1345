import type { ComponentBatches } from '../image.ts';

/** Told how far a long work is, from 0 to 1, and what it does at the moment. */
export type Report = (fraction: number, what: string) => void;

/** A report for a part of a work, which goes from one fraction of the whole to another. */
export function partOf(report: Report | undefined, from: number, to: number): Report {
  return (fraction, what) => report?.(from + (to - from) * Math.min(1, Math.max(0, fraction)), what);
}

/** The same components; tells how many of about `total` have gone through. */
export async function* reported(
  components: ComponentBatches,
  total: number,
  report: Report,
  what: string,
): ComponentBatches {
  let count = 0;
  report(0, what);
  for await (const batch of components) {
    yield batch;
    count += batch.length;
    report(total === 0 ? 1 : count / total, what);
  }
}
