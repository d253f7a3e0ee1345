/** Somebody wants to come in. */
export interface Join {
  readonly kind: 'join';
  readonly session: number;
  readonly name: string;
  /** It has shown the key of the name. */
  readonly isProven: boolean;
  /** It may take over from a session that plays under the name. */
  readonly mayReplace: boolean;
}

/** A link is lost. */
export interface Leave {
  readonly kind: 'leave';
  readonly player: number;
  readonly session: number;
}

/** The client has the whole level. */
export interface LevelLoaded {
  readonly kind: 'level-loaded';
  readonly player: number;
  readonly level: number;
}

/** Where the client says that it is: eyes, in 32nds of a block. */
export interface Move {
  readonly kind: 'move';
  readonly player: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly yaw: number;
  readonly pitch: number;
}

/** Makes a block another one; air breaks it. */
export interface Build {
  readonly kind: 'build';
  readonly player: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly block: number;
}

/** Words of the chat, or a command. */
export interface Say {
  readonly kind: 'say';
  readonly player: number;
  readonly text: string;
}

/** The host makes a level: only that of the first start. */
export interface MakeLevel {
  readonly kind: 'make-level';
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly length: number;
  readonly seed: number;
}

/** The host gives somebody a rank. */
export interface SetRank {
  readonly kind: 'set-rank';
  readonly name: string;
  readonly rank: number;
}

/** Everything that can be wished. Plain data: it is recorded. */
export type Intent = Join | Leave | LevelLoaded | Move | Build | Say | MakeLevel | SetRank;
