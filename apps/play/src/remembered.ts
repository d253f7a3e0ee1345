/** What a client keeps of the session before, so that it comes back by itself. */
export interface Remembered {
  readonly account: string;
  /** Stands for the password; Base64. Null: it has to be typed. */
  readonly token: string | null;
  /** The character that was played; null: one has to be chosen. */
  readonly slot: number | null;
}

const KEY = 'gommog-session';
const NOTHING: Remembered = { account: '', token: null, slot: null };

/** The tab's own memory: what a tab plays, another one does not take over, and closing it logs out. */
export function recall(): Remembered {
  try {
    return { ...NOTHING, ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Remembered>) };
  } catch {
    return NOTHING;
  }
}

export function remember(session: Remembered): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(session));
  } catch {
    // Without storage a reload asks for the password again; a lost link does not.
  }
}
