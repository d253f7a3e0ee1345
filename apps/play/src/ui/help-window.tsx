const keys = [
  ['Arrows, W A S D, number pad', 'walk; with Shift run'],
  ['Right mouse button, or a finger on the land', 'walk there; far from the middle: run'],
  ['Click', 'look; twice: use or open; drag: take'],
  ['Right click, a finger that rests, menu key', 'what can be done with it'],
  ['Two fingers', 'nearer, farther'],
  ['N', 'all that is nearby, as a list'],
  ['[ and ]', 'aim at something around; then F uses, L looks, G takes it, menu key for more'],
  ['Q', 'puts down what you hold'],
  ['E', 'open or close the door before you'],
  ['Enter', 'speak; a line that begins with ! is yelled, with ; whispered, with : acted'],
  ['P, I', 'paperdoll, backpack'],
  ['J, K, T, M, O', 'journal, skills, status, map, options'],
  ['F2', 'tools of staff'],
  ['R', 'ready to fight, or not'],
  ['+, -, wheel', 'nearer, farther'],
  ['Escape', 'calls off, closes the window in front'],
] as const;

/** What can be done, and how. */
export function HelpWindow() {
  return (
    <dl class="help">
      {keys.map(([key, does]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
