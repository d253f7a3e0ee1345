import type { Access, Role, Self } from '@gommog/staff-api';
import { hasRole } from '@gommog/staff-api/roles';
import { signal } from '@preact/signals';

/** Who is logged in; null: nobody; `unknown`: the shard has not said yet. */
export const session = signal<Self | null | 'unknown'>('unknown');

/** An answer that is none, in words for people. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
}

/** Asks the API. Throws ApiError; an answer that one is not logged in ends the session here, too. */
export async function request<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> {
  const self = session.value;
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (self !== null && self !== 'unknown' && self.csrf !== null) headers['x-csrf-token'] = self.csrf;
  let answer: Response;
  try {
    answer = await fetch(`/api${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError('The shard does not answer.');
  }
  const told = answer.status === 204 ? null : ((await answer.json().catch(() => null)) as unknown);
  if (answer.ok) return told as T;
  if (answer.status === 401 && path !== '/login') session.value = null;
  throw new ApiError(
    (told as { error?: string; message?: string } | null)?.error ?? `answer ${answer.status}`,
  );
}

/** Comes back with the cookie of before, if it is still good. */
export async function resume(): Promise<void> {
  try {
    session.value = await request<Self>('GET', '/self');
  } catch {
    session.value = null;
  }
}

/** Throws ApiError. */
export async function login(account: string, password: string): Promise<void> {
  session.value = await request<Self>('POST', '/login', { account, password });
}

export async function logout(): Promise<void> {
  await request('POST', '/logout').catch(() => {});
  session.value = null;
}

/** Has who is logged in at least the rights of a role? */
export function may(needed: Role): boolean {
  const self = session.value;
  return self !== null && self !== 'unknown' && hasRole(self.role, needed);
}

/** May who is logged in act on accounts of an access, or give it: from gamemaster on, and only on what has less than they. */
export function mayActOn(access: Access): boolean {
  const self = session.value;
  if (self === null || self === 'unknown' || !may('gamemaster')) return false;
  return access === 'player' || (self.role !== access && hasRole(self.role, access));
}
