/** Was a key pressed last, rather than a pointer? */
let byKeys = false;

/** Keeps in mind whether people use keys or a pointer: the focus follows those who use keys. */
export function watchInput(): void {
  addEventListener(
    'keydown',
    () => {
      byKeys = true;
    },
    true,
  );
  addEventListener(
    'pointerdown',
    () => {
      byKeys = false;
    },
    true,
  );
}

/** Puts the focus back onto something that lost it because the page moved it, for those who use keys. */
export function keepFocus(element: HTMLElement | null | undefined): void {
  if (byKeys && document.activeElement === document.body) element?.focus({ preventScroll: true });
}

/**
 * Brings the focus to something that has just opened, for those who use keys, and gives it back when that is closed by the
 * returned function. Who is typing keeps it.
 */
export function takeFocus(element: HTMLElement): () => void {
  const before = document.activeElement;
  const isTyping = before instanceof HTMLElement && before.matches('input, textarea, select');
  if (!byKeys || isTyping) return () => {};
  element.focus({ preventScroll: true });
  return () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };
}
