import { z } from 'zod';

/**
 * What a shard tells those outside of it, for ever: facts about people and goods, in the commit log and in topics. Others build on
 * these shapes, so they change only by a new version: `domain-events.test.ts` compares them with `schemas.json`.
 */
const serial = z.number().int().min(0);
/** Why: the kind of wish (`drop`), the timer (`decay`), or `staff:` and the command. */
const reason = z.string();
/** The character whose wish it was; 0 for nobody's. */
const by = serial;

/** Where an item is: in a holder, or (`holder` 0) on a facet. `root` is the outermost holder: a character, or what stands there. */
const where = z.strictObject({
  holder: serial,
  root: serial,
  facet: z.number().int(),
  x: z.number().int(),
  y: z.number().int(),
  z: z.number().int(),
});

/** What one of two who traded gave away. */
const side = z.strictObject({
  character: serial,
  account: serial,
  /** Coins among it. */
  gold: z.number().int().min(0),
  gave: z.array(
    z.strictObject({
      item: serial,
      /** The container among what was given that it lay in; 0: it lay open. */
      holder: serial,
      template: z.string(),
      graphic: z.number().int(),
      amount: z.number().int(),
    }),
  ),
});

const item = { v: z.literal(1), item: serial, reason, by };
const person = { v: z.literal(1), character: serial, account: serial };

export const domainEvents = {
  /** A character entered the world. */
  login: z.strictObject({ ...person, name: z.string(), accountName: z.string() }),
  logout: z.strictObject(person),
  'character-created': z.strictObject({ ...person, name: z.string() }),
  'item-created': z.strictObject({
    ...item,
    /** Id of its template; empty for one made from a bare graphic. */
    template: z.string(),
    graphic: z.number().int(),
    amount: z.number().int(),
    at: where,
  }),
  /** It has another holder, or lies elsewhere. */
  'item-moved': z.strictObject({ ...item, amount: z.number().int(), from: where, at: where }),
  /** A stack has another amount. */
  'item-restacked': z.strictObject({ ...item, amount: z.number().int() }),
  'item-destroyed': z.strictObject(item),
  /** Two people have changed goods: what each gave is the other's from this record on. */
  'trade-completed': z.strictObject({ v: z.literal(1), sides: z.tuple([side, side]) }),
  /** A skill of a character has another value, in tenths of a point. */
  'skill-changed': z.strictObject({
    ...person,
    /** Id of the skill, such as `swordsmanship`. */
    skill: z.string(),
    from: z.number().int(),
    to: z.number().int(),
    reason,
    by,
  }),
  /** Coins came into being, or ceased to be: what stacks gained and lost in one act, taken together. */
  'gold-minted': z.strictObject({ v: z.literal(1), amount: z.number().int().min(1), reason, by }),
  'gold-burned': z.strictObject({ v: z.literal(1), amount: z.number().int().min(1), reason, by }),
  /** What there is, counted one by one at the first step of a start. */
  'goods-counted': z.strictObject({ v: z.literal(1), gold: z.number().int(), items: z.number().int() }),
  speech: z.strictObject({
    v: z.literal(1),
    character: serial,
    manner: z.enum(['say', 'whisper', 'yell', 'emote']),
    text: z.string(),
    facet: z.number().int(),
    x: z.number().int(),
    y: z.number().int(),
  }),
  'staff-act': z.strictObject({ ...person, command: z.string(), outcome: z.string() }),
} as const;

export type DomainEventKind = keyof typeof domainEvents;
export type DomainEvent<K extends DomainEventKind> = z.infer<(typeof domainEvents)[K]>;
/** Where an item is. */
export type Whereabouts = z.infer<typeof where>;
