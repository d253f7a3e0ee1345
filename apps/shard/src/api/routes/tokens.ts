import { hasRole, newToken, role, token } from '@gommog/staff-api';
import { z } from 'zod';
import { problem, type Routes, refusals } from './routes.ts';

/** Tokens for an operator's own tools. */
export const tokenRoutes: Routes = (server, { audit, tokens }) => {
  server.get(
    '/tokens',
    {
      config: { needs: 'administrator' },
      schema: {
        summary: 'Lists the tokens, without their secrets.',
        response: { ...refusals, 200: z.array(token) },
      },
    },
    async () => tokens.list(),
  );

  server.post(
    '/tokens',
    {
      config: { needs: 'administrator' },
      schema: {
        summary: 'Makes a token with at most one’s own rights; its secret is told this once.',
        body: z.object({ name: z.string().min(1).max(60), role }),
        response: { ...refusals, 201: newToken, 409: problem },
      },
    },
    async ({ asker, body }, reply) => {
      if (!hasRole(asker!.role, body.role))
        return reply.code(403).send({ error: 'not more than your own rights' });
      const made = await tokens.make(body.name, body.role, asker!.name);
      if (made === null) return reply.code(409).send({ error: 'there are too many: revoke some' });
      audit({ act: 'token-made', by: asker!.name, token: made.view.id, name: body.name, role: body.role });
      return reply.code(201).send({ ...made.view, secret: made.secret });
    },
  );

  server.delete(
    '/tokens/:id',
    {
      config: { needs: 'administrator' },
      schema: {
        summary: 'Revokes a token.',
        params: z.object({ id: z.string().max(32) }),
        response: { ...refusals, 204: z.null(), 404: problem },
      },
    },
    async ({ asker, params }, reply) => {
      if (!(await tokens.revoke(params.id))) return reply.code(404).send({ error: 'there is no such token' });
      audit({ act: 'token-revoked', by: asker!.name, token: params.id });
      return reply.code(204).send(null);
    },
  );
};
