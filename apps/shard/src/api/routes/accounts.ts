import { randomBytes } from 'node:crypto';
import { access, account, outcome } from '@gommog/staff-api';
import { z } from 'zod';
import type { OfficeAct } from '../administration.ts';
import { listed, problem, type Routes, refusals, serial } from './routes.ts';

const params = z.object({ serial });

/** Accounts and their characters. */
export const accountRoutes: Routes = (server, { administration, audit, sessions }) => {
  server.get(
    '/accounts',
    {
      config: { needs: 'counselor' },
      schema: {
        summary: 'Finds accounts by a part of their name or of a character’s.',
        querystring: z.object({
          search: z.string().max(60).default(''),
          limit: z.coerce.number().int().min(1).max(500).default(50),
        }),
        response: { ...refusals, 200: z.array(account) },
      },
    },
    async ({ query }) => listed(administration.accounts(query.search, query.limit)),
  );

  server.get(
    '/accounts/:serial',
    {
      config: { needs: 'counselor' },
      schema: { summary: 'One account.', params, response: { ...refusals, 200: account, 404: problem } },
    },
    async (request, reply) => {
      return (
        administration.account(request.params.serial) ??
        reply.code(404).send({ error: 'there is no such account' })
      );
    },
  );

  server.post(
    '/accounts/:serial/act',
    {
      config: { needs: 'gamemaster' },
      schema: {
        summary:
          'Kicks, jails, bans, lets out, or sets what an account may do; within the rights of the game.',
        params,
        body: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('kick') }),
          z.object({
            kind: z.literal('jail'),
            character: z.number().int().min(1),
            minutes: z.number().int().min(0).max(525_600).default(0),
            reason: z.string().max(200).default(''),
          }),
          z.object({ kind: z.literal('unjail'), character: z.number().int().min(1) }),
          z.object({ kind: z.literal('ban'), reason: z.string().max(200).default('') }),
          z.object({ kind: z.literal('unban') }),
          z.object({ kind: z.literal('set-access'), access }),
        ]),
        response: { ...refusals, 200: outcome, 409: problem },
      },
    },
    async ({ asker, body, params: { serial: target } }, reply) => {
      const { done, outcome: words } = await administration.act(asker!, target, body as OfficeAct);
      const { kind, ...details } = body;
      audit({ act: kind, by: asker!.name, account: target, ...details, outcome: words });
      return done ? { outcome: words } : reply.code(409).send({ error: words });
    },
  );

  server.post(
    '/accounts/:serial/password',
    {
      config: { needs: 'administrator' },
      schema: {
        summary: 'Gives an account a new password of chance, told this once.',
        params,
        response: { ...refusals, 200: outcome.extend({ password: z.string() }), 409: problem },
      },
    },
    async ({ asker, params: { serial: target } }, reply) => {
      const password = randomBytes(9).toString('base64url');
      const act = { kind: 'set-password', passwordHash: await administration.hash(password) } as const;
      const { done, outcome: words } = await administration.act(asker!, target, act);
      audit({ act: act.kind, by: asker!.name, account: target, outcome: words });
      if (!done) return reply.code(409).send({ error: words });
      sessions.endAll(target);
      return { outcome: words, password };
    },
  );
};
