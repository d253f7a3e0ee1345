/** What somebody with rights did, for the audit log. */
export interface StaffAct {
  /** Serial of the account. */
  readonly account: number;
  /** Serial of who acted in the world; 0 for nobody there. */
  readonly actor: number;
  readonly command: string;
  readonly outcome: string;
}

/** Whoever runs the shard, as a game sees them. A game tells; it does not wait for an answer. */
export interface Operator {
  /** Somebody with rights has come into the world. */
  staffEntered(act: Pick<StaffAct, 'account' | 'actor'> & { readonly name: string }): void;
  staffActed(act: StaffAct): void;
  /** Staff want the shard to end, in so many seconds. */
  shutdownAsked(inSeconds: number): void;
}
