import { z } from 'zod';

/** What staff may do, from the least to the most. Each has the rights of those before it. */
export const roles = ['counselor', 'gamemaster', 'administrator', 'owner'] as const;

export const role = z.enum(roles).describe('What one may do; each has the rights of those before it.');
export type Role = z.infer<typeof role>;

/** Has somebody at least the rights of a role? */
export function hasRole(own: Role, needed: Role): boolean {
  return roles.indexOf(own) >= roles.indexOf(needed);
}
