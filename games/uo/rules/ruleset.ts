/** The rules that differ between eras and shards, in one record that is made once at start. */
export interface Ruleset {
  /** A character whose link is lost stays in the world this long, in milliseconds. */
  readonly linkDeadMs: number;
  /** Something lying about ceases to be after this, in milliseconds. */
  readonly decayMs: number;
  /** Tiles within which a hand reaches. */
  readonly reachTiles: number;
  /** Tiles within which people trade. */
  readonly tradeTiles: number;
  /** An offer that changed less than this ago cannot be accepted by the other: it may not have been seen. In milliseconds. */
  readonly tradeLookMs: number;
  readonly sayTiles: number;
  readonly whisperTiles: number;
  readonly yellTiles: number;
  /** Largest stack. */
  readonly maxAmount: number;
  /** People of a facet with this rule push each other aside at the price of stamina, instead of passing. */
  readonly shove: boolean;
  readonly characterSlots: number;
  /** A character younger than this cannot be deleted, in milliseconds of world time. */
  readonly deleteAfterMs: number;
  readonly doorCloseMs: number;
  /** Length of a day in milliseconds of world time; 0 for a noon that never ends. */
  readonly dayMs: number;
  /** Light at midnight, 0 bright to 30 dark. */
  readonly nightLevel: number;
  /** Where people in jail stand. */
  readonly jail: { readonly facet: number; readonly x: number; readonly y: number };
}

export const defaultRuleset: Ruleset = {
  linkDeadMs: 120_000,
  decayMs: 3_600_000,
  reachTiles: 3,
  tradeTiles: 3,
  tradeLookMs: 500,
  sayTiles: 15,
  whisperTiles: 1,
  yellTiles: 18,
  maxAmount: 60_000,
  shove: false,
  characterSlots: 7,
  deleteAfterMs: 0,
  doorCloseMs: 20_000,
  dayMs: 7_200_000,
  nightLevel: 20,
  jail: { facet: 0, x: 8, y: 8 },
};
