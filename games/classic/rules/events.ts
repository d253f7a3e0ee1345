interface OfPlayer {
  readonly player: number;
}

/** A cell of a level. */
export interface Cell {
  readonly level: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export type Event =
  /** The session may not come in. `code` goes to the log, `reason` to the person. */
  | {
      readonly kind: 'join-refused';
      readonly session: number;
      readonly code: string;
      readonly reason: string;
    }
  | (OfPlayer & { readonly kind: 'joined'; readonly session: number; readonly isNew: boolean })
  /** The player is about to get a level, by the id that it has there. */
  | (OfPlayer & { readonly kind: 'level-entered'; readonly level: number; readonly slot: number })
  | (OfPlayer & { readonly kind: 'level-left'; readonly level: number; readonly slot: number })
  /** The player has the level and stands in it. */
  | (OfPlayer & { readonly kind: 'appeared'; readonly level: number })
  | (OfPlayer & { readonly kind: 'moved' })
  /** The player is where it did not go by itself. */
  | (OfPlayer & { readonly kind: 'put' })
  | (OfPlayer & {
      readonly kind: 'left';
      readonly session: number;
      readonly name: string;
      readonly reason: string;
    })
  /** The visit is over by somebody's will. */
  | (OfPlayer & {
      readonly kind: 'dismissed';
      readonly session: number;
      readonly code: string;
      readonly reason: string;
    })
  /** `player` is 0 when nobody built it. */
  | (OfPlayer & Cell & { readonly kind: 'block-changed'; readonly block: number })
  /** The client of the player shows what it wished and did not get. */
  | (OfPlayer & Cell & { readonly kind: 'block-refused'; readonly block: number })
  | { readonly kind: 'colours-changed'; readonly level: number }
  /** To everybody, from `player`; 0 for the server. */
  | (OfPlayer & { readonly kind: 'said'; readonly text: string })
  | (OfPlayer & { readonly kind: 'told'; readonly text: string })
  | (OfPlayer & { readonly kind: 'rank-changed' })
  | (OfPlayer & { readonly kind: 'ping-due' })
  | (OfPlayer & { readonly kind: 'save-asked' })
  | (OfPlayer & { readonly kind: 'staff-acted'; readonly command: string; readonly outcome: string });
