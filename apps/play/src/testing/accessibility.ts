import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const axe = readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
/** The rest is a matter of taste. */
const GRAVE = new Set(['serious', 'critical']);

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What is seriously wrong for people who cannot see, hear or point well, as axe finds it: a line for each fault. */
export async function graveFaults(page: Page): Promise<readonly string[]> {
  // By the debugger and not as a script of the page, whose policy would forbid it.
  await page.evaluate(await axe);
  const violations = (await page.evaluate(
    'axe.run(document).then(({ violations }) => violations)',
  )) as Violation[];
  return violations
    .filter(({ impact }) => GRAVE.has(impact))
    .flatMap(({ help, id, nodes }) =>
      nodes.map(({ failureSummary, html }) => `${id}: ${help}: ${html.slice(0, 200)} ${failureSummary}`),
    );
}
