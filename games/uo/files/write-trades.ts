/** A beginning that clients offer to new characters. */
export interface Trade {
  /**
   * What a client tells the server of it, for the things to begin with. From 1 on: clients take 0 for a choice of one's own.
   */
  readonly number: number;
  /** Gump of the button beside it; the one after it is shown pressed. */
  readonly icon: number;
  readonly name: string;
  readonly description: string;
  readonly stats: { readonly strength: number; readonly dexterity: number; readonly intelligence: number };
  /** Names as they stand in skills.mul, with levels of 0 to 50; at most 4. */
  readonly skills: readonly (readonly [skill: string, level: number])[];
}

const FIRST_NAME = 3_900_101;
const FIRST_DESCRIPTION = 3_900_201;

/**
 * The text of Prof.txt. Some clients do not let anybody make a character without it; those that find it offer a choice of one's
 * own beside these trades.
 */
export function encodeTrades(trades: readonly Trade[]): string {
  return trades.map((trade, i) => `${section(trade, i).join('\r\n')}\r\n`).join('\r\n');
}

function section({ icon, name, number, skills, stats }: Trade, i: number): string[] {
  return [
    'Begin',
    `\tName\t"${name}"`,
    `\tTrueName\t"${name.toLowerCase()}"`,
    `\tNameID\t${FIRST_NAME + i}`,
    `\tDescID\t${FIRST_DESCRIPTION + i}`,
    `\tDesc\t${number}`,
    '\tTopLevel\ttrue',
    `\tGump\t${icon}`,
    '\tType\tProfession',
    ...skills.map(([skill, level]) => `\tSkill\t"${skill}"\t${level}`),
    `\tStat\tStr\t${stats.strength}`,
    `\tStat\tInt\t${stats.intelligence}`,
    `\tStat\tDex\t${stats.dexterity}`,
    'End',
  ];
}

/** Texts of a cliloc: names and descriptions that Prof.txt refers to by number. */
export function tradeTexts(trades: readonly Trade[]): ReadonlyMap<number, string> {
  return new Map(
    trades.flatMap(({ description, name }, i): [number, string][] => [
      [FIRST_NAME + i, name],
      [FIRST_DESCRIPTION + i, description],
    ]),
  );
}
