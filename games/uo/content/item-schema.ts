import { z } from 'zod';
import { Layer } from '../rules/things/item.ts';

/** Ids of templates, skills and the like: kebab-case. */
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens');

/** The classic client's tile data has 65,536 item graphics; 0 and 1 are not drawn. */
export const graphicSchema = z.int().min(2).max(0xffff);
/** The client's hue file has 3,000 hues, numbered from 1; 0 is the colour of the picture. */
export const hueSchema = z.int().min(0).max(3000);

/** Layers that a person can wear or hold something on. */
type WearableLayer = Exclude<
  keyof typeof Layer,
  'held' | 'mount' | 'shopBuy' | 'shopResale' | 'shopSell' | 'bank' | 'trade'
>;
const wearable = (Object.keys(Layer) as (keyof typeof Layer)[]).filter(
  (name): name is WearableLayer => Layer[name] > Layer.held && Layer[name] < Layer.mount,
);

const nameSchema = z.strictObject({
  one: z.string().min(1).max(60).describe('What one of it is called, without an article.'),
  many: z.string().min(1).max(60).optional().describe('What several are called, without their number.'),
  article: z
    .string()
    .max(20)
    .optional()
    .describe('What stands before one: by default "a", or "an" before a vowel; "" for none.'),
});

const pixel = z.int().min(0).max(1000);
const containerSchema = z.strictObject({
  gump: z.int().min(0).max(0xffff).describe('Number of the window that shows what is inside.'),
  x: pixel.describe('Left edge of the part of the window where things lie, in pixels.'),
  y: pixel.describe('Upper edge of it, in pixels.'),
  width: pixel.min(1),
  height: pixel.min(1),
  maxItems: z
    .int()
    .min(1)
    .max(255)
    .default(125)
    .describe('How many things it holds, those in inner containers too.'),
  maxWeight: z
    .number()
    .min(1)
    .max(60_000)
    .default(400)
    .describe('How heavy they may be together, in stones.'),
});

const lightSchema = z.strictObject({
  id: z.int().min(0).max(255).describe("Number of the light's shape in the client's light file."),
  litGraphic: graphicSchema,
  unlitGraphic: graphicSchema,
});

const doorSchema = z.strictObject({
  openGraphic: graphicSchema,
  offsetX: z.int().min(-1).max(1).describe('Tiles that it moves when it opens.'),
  offsetY: z.int().min(-1).max(1),
});

/** One item template as it is written in YAML. */
export const itemSchema = z
  .strictObject({
    name: nameSchema,
    graphic: graphicSchema.describe('Picture, as a number of the tile data.'),
    flip: z.array(graphicSchema).default([]).describe('The same thing turned.'),
    hue: hueSchema.optional(),
    weight: z.number().min(0).max(255).describe('Stones, of one.'),
    value: z.int().min(0).default(0).describe('What a shop asks for one, in gold; 0: shops do not have it.'),
    layer: z.enum(wearable).optional().describe('Where it is worn or held.'),
    stackable: z.boolean().default(false),
    maxAmount: z.int().min(2).max(60_000).default(60_000).describe('The most of one stack.'),
    movable: z.boolean().default(true),
    decay: z.boolean().default(true).describe('Lying about, it ceases to be after a while.'),
    container: containerSchema.optional(),
    light: lightSchema.optional(),
    door: doorSchema.optional(),
    use: z.string().optional().describe('Name of what happens when somebody uses it.'),
    params: z.record(z.string(), z.unknown()).default({}).describe('What that behaviour has to know.'),
    tags: z.array(idSchema).default([]),
  })
  .check((ctx) => {
    const { value: item, issues } = ctx;
    const refuse = (key: string, message: string): void => {
      issues.push({ code: 'custom', input: item, path: [key], message });
    };
    if (item.stackable) {
      if (item.name.many === undefined)
        refuse('stackable', "a stack needs a name for several: add 'many' to its name");
      if (item.container !== undefined) refuse('stackable', 'a stack cannot be a container');
      if (item.light !== undefined) refuse('stackable', 'a stack cannot be a light');
    }
    const { graphic, light } = item;
    if (light !== undefined && graphic !== light.unlitGraphic && graphic !== light.litGraphic) {
      refuse('graphic', 'neither the lit nor the unlit graphic of its light');
    }
  });

export type WrittenItem = z.output<typeof itemSchema>;

/** Parameters that any template may have. */
export const commonParams = {
  cutsInto: idSchema.optional().describe('Template of what scissors make of it.'),
  cutAmount: z.int().min(1).max(1000).optional().describe('How many of them.'),
};

/** Parameters of the behaviours that have some; of one that is not listed here any are allowed. */
export const behaviourParams: Readonly<Record<string, z.ZodRawShape>> = {
  'open-container': {},
  eat: {},
  door: {},
  scissors: {},
  light: {
    minutes: z.number().min(1).optional().describe('How long it burns in all; without it, for ever.'),
  },
  dice: { dice: z.int().min(1).max(20).optional(), sides: z.int().min(2).max(100).optional() },
  'read-book': { pages: z.int().min(1).max(255).optional(), writable: z.boolean().optional() },
};
