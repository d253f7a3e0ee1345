import { z } from 'zod';

export const facet = z.object({ id: z.number(), width: z.number(), height: z.number() });
export type Facet = z.infer<typeof facet>;

export const person = z.object({
  serial: z.number(),
  name: z.string(),
  account: z.string(),
  facet: z.number(),
  x: z.number(),
  y: z.number(),
  z: z.number(),
  hidden: z.boolean().describe('Hidden staff are shown to staff, and marked.'),
});
export type Person = z.infer<typeof person>;

export const sector = z.object({
  facet: z.number(),
  x: z.number().describe('Its north-western tile.'),
  y: z.number(),
  people: z.number(),
  entities: z.number(),
});
export type Sector = z.infer<typeof sector>;

const named = z.object({
  serial: z.number(),
  name: z.string().describe('What people call it; empty when it has no name.'),
});
export type NamedEntity = z.infer<typeof named>;

const link = named.extend({
  component: z.string(),
  field: z.string(),
});
export type EntityLink = z.infer<typeof link>;

export const entity = z.object({
  serial: z.number(),
  name: z.string(),
  kind: z.string().describe('What sort of thing it is, in a word.'),
  components: z.record(z.string(), z.unknown()),
  links: z.array(link).describe('Fields of its components that name other entities.'),
  within: z.array(named).describe('What holds it, outermost last.'),
  holds: z.array(named),
  holdsMore: z.boolean().describe('It holds more than is listed.'),
});
export type Entity = z.infer<typeof entity>;

const entityChange = z.object({
  sequence: z.number().describe('Number of the commit record.'),
  tick: z.number(),
  at: z.string(),
  changes: z.array(
    z.object({
      component: z.string(),
      kind: z.enum(['set', 'removed']),
      fields: z.record(z.string(), z.object({ from: z.unknown().optional(), to: z.unknown() })),
    }),
  ),
});
export type EntityChange = z.infer<typeof entityChange>;

export const entityHistory = z.object({
  changes: z.array(entityChange).describe('Newest first.'),
  isAll: z.boolean().describe('Older ones are not left out.'),
  names: z.array(named).describe('Entities that the changes name, as they are called now.'),
});
export type EntityHistory = z.infer<typeof entityHistory>;
