/** Numbers that a server's owner may want to change. */
export interface Ruleset {
  /** People who may be here at a time. */
  readonly maxPlayers: number;
  /** How far one may build, in 32nds of a block from the eyes. */
  readonly reach: number;
  /** How fast one may go, in 32nds of a block each second: level, and up or down. */
  readonly strideSpeed: number;
  readonly climbSpeed: number;
  /** Who does nothing for so long is sent away; 0: nobody is. */
  readonly idleMs: number;
}

export const defaultRuleset: Ruleset = {
  maxPlayers: 128,
  reach: 160,
  strideSpeed: 30 * 32,
  climbSpeed: 80 * 32,
  idleMs: 0,
};
