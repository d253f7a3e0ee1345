/** What people may be, the lesser first. */
export const rankNames = ['guest', 'builder', 'operator', 'owner'] as const;
export const GUEST = 0;
const BUILDER = 1;
export const OPERATOR = 2;
export const OWNER = 3;

/** The rank that each right begins with. Nothing else decides who may do what. */
export const rights = {
  build: GUEST,
  breakBedrock: OPERATOR,
  placeBedrock: OPERATOR,
  placeLiquid: OPERATOR,
  joinFull: OPERATOR,
  help: GUEST,
  who: GUEST,
  me: GUEST,
  levels: GUEST,
  goto: GUEST,
  tp: BUILDER,
  place: OPERATOR,
  setspawn: OPERATOR,
  colour: OPERATOR,
  kick: OPERATOR,
  ban: OPERATOR,
  unban: OPERATOR,
  rank: OPERATOR,
  newlevel: OPERATOR,
  save: OPERATOR,
} as const satisfies Readonly<Record<string, number>>;

export type Right = keyof typeof rights;

export function may(rank: number, right: Right): boolean {
  return rank >= rights[right];
}

/** Over whom somebody has power: those of lesser rank; an owner over all. */
export function outranks(rank: number, other: number): boolean {
  return rank > other || rank >= OWNER;
}

/** The number of a rank's name, or -1. */
export function rankNamed(name: string): number {
  return (rankNames as readonly string[]).indexOf(name.toLowerCase());
}
