import type { ComponentChildren } from 'preact';

/** Something that may be wider than the page: it is scrolled by itself, with the keyboard, too. */
export function Scroll({
  children,
  label,
}: {
  readonly children: ComponentChildren;
  readonly label: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody could scroll with the keyboard
    <section class="scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
