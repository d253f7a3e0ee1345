import { bool, defineComponent, f64, json, text, u8, type ValueOf } from '@gommog/core';

/** What a person may do. Each level includes those below it. */
export const AccessLevel = {
  player: 0,
  counselor: 1,
  seer: 2,
  gamemaster: 3,
  administrator: 4,
  owner: 5,
} as const;
export type AccessLevel = (typeof AccessLevel)[keyof typeof AccessLevel];

export const Account = defineComponent({
  id: 100,
  name: 'account',
  fields: {
    /** As typed at the first login; compared without case. */
    name: text,
    /** Argon2id in PHC form. */
    passwordHash: text,
    access: u8,
    createdMs: f64,
    banned: bool,
    banReason: text,
    /** Serials of the characters by slot, 0 where a slot is free. */
    characters: json<readonly number[]>([]),
  },
});
export type Account = ValueOf<typeof Account>;
