/** What a key can do, beside walking, in the order in which options list it. */
export const actions = [
  ['nearby', 'What is nearby', 'KeyN'],
  ['paperdoll', 'Paperdoll', 'KeyP'],
  ['backpack', 'Backpack', 'KeyI'],
  ['journal', 'Journal', 'KeyJ'],
  ['skills', 'Skills', 'KeyK'],
  ['status', 'Status', 'KeyT'],
  ['map', 'Map', 'KeyM'],
  ['options', 'Options', 'KeyO'],
  ['help', 'Help', 'F1'],
  ['staff', 'Tools of staff', 'F2'],
  ['speak', 'Speak', 'Enter'],
  ['door', 'Open or close the door before you', 'KeyE'],
  ['war', 'War or peace', 'KeyR'],
  ['aim-next', 'Aim at the next thing', 'BracketRight'],
  ['aim-before', 'Aim at the one before', 'BracketLeft'],
  ['use', 'Use what you aim at', 'KeyF'],
  ['look', 'Look at it', 'KeyL'],
  ['take', 'Take it', 'KeyG'],
  ['menu', 'What can be done with it', 'ContextMenu'],
  ['put-down', 'Put down what you hold', 'KeyQ'],
  ['nearer', 'Nearer', 'Equal'],
  ['farther', 'Farther', 'Minus'],
] as const;

export type Action = (typeof actions)[number][0];

/** Keys that differ from those above: `KeyboardEvent.code` by action. */
export type Bindings = Partial<Readonly<Record<Action, string>>>;

export function keyOf(bindings: Bindings, action: Action): string {
  return bindings[action] ?? actions.find(([id]) => id === action)![2];
}

/** What a key does; null for nothing. */
export function actionOf(bindings: Bindings, code: string): Action | null {
  return actions.find(([id]) => keyOf(bindings, id) === code)?.[0] ?? null;
}

/** The bindings with a key for an action. Who had that key before gets the one that becomes free: each key does one thing. */
export function rebound(bindings: Bindings, action: Action, code: string): Bindings {
  const other = actionOf(bindings, code);
  const freed = keyOf(bindings, action);
  return { ...bindings, ...(other === null ? {} : { [other]: freed }), [action]: code };
}

/** How a key is called: as its cap says, on most keyboards. */
export function keyName(code: string): string {
  const names: Readonly<Record<string, string>> = {
    BracketLeft: '[',
    BracketRight: ']',
    Equal: '+',
    Minus: '-',
    ContextMenu: 'menu key',
  };
  return names[code] ?? code.replace(/^Key|^Digit/, '');
}
