import { self } from '@gommog/staff-api';
import { z } from 'zod';
import { COOKIE } from '../guard.ts';
import { problem, type Routes, refusals } from './routes.ts';

/** Seconds to wait after too many wrong passwords are told by the guard of the game's own logins. */
const denials = {
  wrong: { code: 401, error: 'unknown name, wrong password, or no staff' },
  locked: { code: 429, error: 'too many wrong passwords: wait five minutes' },
  busy: { code: 503, error: 'too many logins at a time' },
} as const;

/** Logins of one address in a minute. */
const MOST_LOGINS = 10;

/** Who one is: begin, look, end. */
export const loginRoutes: Routes = (server, { administration, audit, operations, sessions }) => {
  server.post(
    '/login',
    {
      config: { needs: 'anybody', rateLimit: { max: MOST_LOGINS, timeWindow: 60_000 } },
      schema: {
        summary: 'Logs in with an account of staff; the answer sets a cookie.',
        security: [],
        body: z.object({ account: z.string().min(1).max(30), password: z.string().min(1).max(120) }),
        response: { ...refusals, 200: self, 503: problem },
      },
    },
    async (request, reply) => {
      const { account, password } = request.body;
      const staff = await administration.authenticate(account, password, request.ip);
      if (typeof staff === 'string') {
        const { code, error } = denials[staff];
        audit({ act: 'api-login-refused', account, address: request.ip, reason: staff });
        return reply.code(code).send({ error });
      }
      const { id, session } = sessions.begin(staff.account);
      audit({ act: 'api-login', account: staff.account, name: staff.name, address: request.ip });
      operations.webhooks.tell('staff-login', Date.now(), { to: 'dashboard', name: staff.name });
      reply.setCookie(COOKIE, id, {
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        secure: request.protocol === 'https',
      });
      return { name: staff.name, role: staff.role, csrf: session.csrf };
    },
  );

  server.get(
    '/self',
    {
      config: { needs: 'counselor' },
      schema: { summary: 'Who one is.', response: { ...refusals, 200: self } },
    },
    async ({ asker }) => asker!,
  );

  server.post(
    '/logout',
    {
      config: { needs: 'counselor' },
      schema: { summary: 'Ends the session of the cookie.', response: { ...refusals, 204: z.null() } },
    },
    async (request, reply) => {
      sessions.end(request.cookies[COOKIE] ?? '');
      return reply.clearCookie(COOKIE, { path: '/' }).code(204).send(null);
    },
  );
};
