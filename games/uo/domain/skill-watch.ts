import type { Context } from '../rules/context.ts';
import { Character, Skills } from '../rules/mobiles/mobile.ts';

/** One skill of a character has another value than before. */
export interface SkillChange {
  readonly character: number;
  readonly account: number;
  /** Id of the skill in the content; its number where the content does not know it. */
  readonly skill: string;
  /** Tenths of a point. */
  readonly from: number;
  readonly to: number;
}

const NONE: readonly number[] = [];

/**
 * Notices every change of a character's skills, whichever rule makes it, and looks at nobody else. The values are replaced as a
 * whole when one of them changes, so one comparison tells whether there is anything to look at.
 */
export class SkillWatch {
  readonly #ctx: Context;
  /** Values as last told. */
  readonly #told = new Map<number, readonly number[]>();
  /** Whose skills were set or removed since the last time. */
  readonly #touched = new Set<number>();

  constructor(ctx: Context) {
    this.#ctx = ctx;
    ctx.world.store(Skills).watch((mobile) => void this.#touched.add(mobile));
  }

  /** Takes what there is as told. */
  begin(): void {
    this.#touched.clear();
    this.#ctx.world.each(Skills, (mobile, { values }) => void this.#told.set(mobile, values));
  }

  /** What has changed since the last time; of a new character all that is above 0. */
  changes(): readonly SkillChange[] {
    if (this.#touched.size === 0) return [];
    const { world } = this.#ctx;
    const changes: SkillChange[] = [];
    for (const mobile of this.#touched) {
      const values = world.get(mobile, Skills)?.values;
      const before = this.#told.get(mobile);
      if (values === before) continue;
      if (values === undefined) {
        this.#told.delete(mobile);
        continue;
      }
      this.#told.set(mobile, values);
      const account = world.get(mobile, Character)?.account;
      if (account !== undefined) changes.push(...this.#differences(mobile, account, before ?? NONE, values));
    }
    this.#touched.clear();
    return changes;
  }

  #differences(
    character: number,
    account: number,
    before: readonly number[],
    values: readonly number[],
  ): SkillChange[] {
    const { skills } = this.#ctx.content;
    return values.flatMap((to, number) => {
      const from = before[number] ?? 0;
      return from === to
        ? []
        : [{ character, account, skill: skills[number]?.id ?? String(number), from, to }];
    });
  }
}
