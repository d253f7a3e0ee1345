import type { Page } from 'playwright-core';

/** Tab is pressed at most so often to find something. */
const MOST_TABS = 120;

/** What has the focus: its role or tag, and its name as it is read out. */
export async function focused(page: Page): Promise<{ readonly name: string; readonly visible: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return { name: '', visible: false };
    const labels = 'labels' in element ? [...((element.labels as NodeListOf<HTMLElement>) ?? [])] : [];
    const own =
      element.getAttribute('aria-label') ??
      labels[0]?.textContent ??
      (element.matches('button, summary, a') ? element.textContent : '') ??
      '';
    // A field that is not drawn is marked by its label.
    const outlines = [element, ...labels].map((each) => getComputedStyle(each).outlineStyle);
    const background = getComputedStyle(element).backgroundColor;
    const isMarked = outlines.some((style) => style !== 'none') || background !== 'rgba(0, 0, 0, 0)';
    return { name: own.trim(), visible: isMarked };
  });
}

/** Presses Tab until something with a name has the focus. Throws when nothing has. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < MOST_TABS; i++) {
    const { name: now, visible } = await focused(page);
    if (name.test(now)) {
      if (!visible) throw new Error(`one does not see that '${now}' has the focus`);
      return;
    }
    passed.push(now);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}, but to ${[...new Set(passed)].join('; ')}`);
}
