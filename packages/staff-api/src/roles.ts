/** What staff may do, from the least to the most. Each has the rights of those before it. */
export const roles = ['counselor', 'gamemaster', 'administrator', 'owner'] as const;

export type Role = (typeof roles)[number];

/** Has somebody at least the rights of a role? */
export function hasRole(own: Role, needed: Role): boolean {
  return roles.indexOf(own) >= roles.indexOf(needed);
}
