import type { SchemaWords } from '@gommog/core';
import type { Content } from '../content/index.ts';
import { AccessLevel } from '../rules/accounts/account.ts';

/** What the numbers in saved states stand for: names of templates and skills, for those who read states outside of the game. */
export function wordsOf({ items, skills }: Pick<Content, 'items' | 'skills'>): SchemaWords {
  const templates = Object.fromEntries([...items.all()].map(({ id, number }) => [number, id]));
  const named = Object.fromEntries(skills.map(({ id }, number) => [number, id]));
  const access = Object.fromEntries(Object.entries(AccessLevel).map(([name, level]) => [level, name]));
  return { account: { access }, item: { template: templates }, skills: { values: named } };
}
