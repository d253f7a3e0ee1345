import { timingSafeEqual } from 'node:crypto';
import { hasRole, type Role } from '@gommog/staff-api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Administration } from './administration.ts';
import type { StaffSessions } from './staff-sessions.ts';
import type { Tokens } from './tokens.ts';

/** Who asks: a member of staff with a browser, or a tool with a token. */
export interface Asker {
  /** Serial of the account; 0 for a token. */
  readonly account: number;
  readonly name: string;
  readonly role: Role;
  /** Null for a token, which no browser sends by itself. */
  readonly csrf: string | null;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What one has to be to ask; `anybody` has to be said. A route without it does not exist for anybody. */
    needs?: Role | 'anybody';
  }
  interface FastifyRequest {
    asker: Asker | null;
  }
}

export const COOKIE = 'gommog_staff';
export const CSRF_HEADER = 'x-csrf-token';
const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

export interface GuardOptions {
  readonly administration: Administration;
  readonly sessions: Pick<StaffSessions, 'find'>;
  readonly tokens: Tokens;
}

/**
 * The one place where the rights of staff are decided for everything over HTTP. Rights are looked up anew for each request:
 * who is demoted or banned is so at once.
 */
export function guard(options: GuardOptions) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    request.asker = askerOf(options, request.headers.authorization, request.cookies[COOKIE] ?? '');
    const { needs } = request.routeOptions.config;
    if (needs === 'anybody') return;
    const { asker } = request;
    if (asker === null) return refuse(reply, 401, 'log in first');
    if (needs === undefined || !hasRole(asker.role, needs)) return refuse(reply, 403, 'not with your rights');
    if (
      asker.csrf !== null &&
      CHANGES.has(request.method) &&
      !isSame(request.headers[CSRF_HEADER], asker.csrf)
    )
      return refuse(reply, 403, `the header ${CSRF_HEADER} is missing or wrong`);
  };
}

/** Who comes with a token, or with the cookie of a session; null for nobody. */
export function askerOf(
  { administration, sessions, tokens }: GuardOptions,
  authorization: string | undefined,
  cookie: string,
): Asker | null {
  const bearer = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  if (bearer !== undefined) {
    const token = tokens.find(bearer);
    return token === null ? null : { account: 0, name: `token ${token.name}`, role: token.role, csrf: null };
  }
  const session = sessions.find(cookie);
  const staff = session === null ? null : administration.staff(session.account);
  return session === null || staff === null ? null : { ...staff, csrf: session.csrf };
}

function refuse(reply: FastifyReply, code: number, error: string): void {
  void reply.code(code).send({ error });
}

function isSame(given: string | string[] | undefined, wanted: string): boolean {
  const [a, b] = [Buffer.from(String(given ?? '')), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
