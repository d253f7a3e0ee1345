import { z } from 'zod';
import { graphicSchema, hueSchema, idSchema } from './item-schema.ts';

// The tables beside the items, each in a file of its own.

const stat = z.enum(['str', 'dex', 'int']);

/** Classic clients know 58 skills by their number. */
export const SKILL_COUNT = 58;

export const skillsSchema = z
  .array(
    z.strictObject({
      id: idSchema,
      number: z
        .int()
        .min(0)
        .max(SKILL_COUNT - 1),
      name: z.string().min(1),
      title: z.string().min(1).describe('What somebody good at it is called.'),
      primary: stat,
      secondary: stat,
      gain: z
        .strictObject({ str: z.number().min(0), dex: z.number().min(0), int: z.number().min(0) })
        .describe('Weight of each attribute when use of the skill trains it.'),
      active: z.boolean().describe('Used by its button, not by doing something.'),
    }),
  )
  .length(SKILL_COUNT)
  .check(({ value, issues }) => {
    value.forEach(({ number }, index) => {
      if (number === index) return;
      const message = `number ${number} stands where ${index} is due: each number once, in order`;
      issues.push({ code: 'custom', input: number, path: [index, 'number'], message });
    });
  });
export type Skill = z.output<typeof skillsSchema>[number];

const bodySchema = z.strictObject({ alive: z.int().min(1).max(0xffff), ghost: z.int().min(1).max(0xffff) });
const raceBodies = z.strictObject({ male: bodySchema, female: bodySchema });
export const bodiesSchema = z.strictObject({
  human: raceBodies,
  elf: raceBodies,
  gargoyle: raceBodies,
  staff: z.int().min(1).max(0xffff).describe('Body of a game master in robes.'),
});
export type Bodies = z.output<typeof bodiesSchema>;
export type RaceName = Exclude<keyof Bodies, 'staff'>;

/** Races by the number that clients and the world use. */
export const races: readonly RaceName[] = ['human', 'elf', 'gargoyle'];

export const speechSchema = z.record(
  idSchema,
  z.strictObject({
    number: z.int().min(0).max(0xfff).describe('Number that clients send for it: 12 bits.'),
    patterns: z.array(z.string().min(1)).min(1).describe('What is said for it; * stands for anything.'),
  }),
);
export type SpeechKeywords = z.output<typeof speechSchema>;

const hueRange = z
  .tuple([hueSchema, hueSchema])
  .refine(([first, last]) => first <= last, 'the first hue of a range must not be above the last');
const styles = z.strictObject({ male: z.array(graphicSchema), female: z.array(graphicSchema) });
const raceLooks = z.strictObject({
  skinHues: z.array(hueRange).min(1),
  hairHues: z.array(hueRange).min(1),
  hair: styles.describe('Graphics of the styles; bald is always allowed.'),
  beard: styles,
});
export const looksSchema = z.strictObject({
  human: raceLooks,
  elf: raceLooks,
  gargoyle: raceLooks,
  clothHues: z.array(hueRange).min(1).describe('Hues of the first shirt and pants.'),
});
export type Looks = z.output<typeof looksSchema>;

const kitItem = z.strictObject({
  template: idSchema,
  amount: z.int().min(1).max(60_000).default(1),
  hue: z
    .union([z.enum(['shirt', 'pants', 'random']), hueSchema])
    .optional()
    .describe('The hue chosen for the shirt or pants, one by chance, or a fixed one.'),
});
export type KitItem = z.output<typeof kitItem>;
const kit = z.array(kitItem);
const clothes = z.strictObject({ male: kit, female: kit });
export const startKitsSchema = z.strictObject({
  backpack: idSchema,
  everyone: kit.describe('In the backpack of everybody.'),
  clothes: z.strictObject({ human: clothes, elf: clothes, gargoyle: clothes }).describe('Worn.'),
  professions: z
    .array(z.strictObject({ id: idSchema, number: z.int().min(1).max(255), items: kit }))
    .describe('By the number a client sends; 0 is a profession of its own making.'),
  skills: z.record(idSchema, kit).describe('For each skill that was chosen.'),
});
export type StartKits = z.output<typeof startKitsSchema>;

export const nameRulesSchema = z.strictObject({
  minLength: z.int().min(1).max(30),
  maxLength: z.int().min(1).max(30).describe('A client has room for 30 letters.'),
  separators: z.string().describe('What may stand between letters, one at a time.'),
  maxSeparators: z.int().min(0).max(10),
  reserved: z
    .array(z.string().min(1))
    .describe('Names and words of names that nobody may have, in small letters.'),
});
export type NameRules = z.output<typeof nameRulesSchema>;
