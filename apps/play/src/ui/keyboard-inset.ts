/** Tells the styles, as `--keyboard`, how much of the page an on-screen keyboard covers: where browsers do not make room by themselves. */
export function watchKeyboardInset(): void {
  const view = window.visualViewport;
  if (view === null) return;
  const measure = (): void => {
    // A page that is zoomed by two fingers has no keyboard.
    const covered = view.scale > 1.01 ? 0 : Math.max(0, innerHeight - view.height - view.offsetTop);
    document.documentElement.style.setProperty('--keyboard', `${Math.round(covered)}px`);
  };
  view.addEventListener('resize', measure);
  view.addEventListener('scroll', measure);
  measure();
}
