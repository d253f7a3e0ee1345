import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import type { Status } from '@gommog/staff-api';
import type { FastifyPluginAsync } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { Operations } from '../operations/operations.ts';
import type { Administration } from './administration.ts';
import { COOKIE, guard } from './guard.ts';
import { liveRoutes, serveLive } from './live.ts';
import { accountRoutes } from './routes/accounts.ts';
import { alertRoutes } from './routes/alerts.ts';
import { auditRoutes } from './routes/audit.ts';
import { backupRoutes } from './routes/backups.ts';
import { loginRoutes } from './routes/login.ts';
import { shardRoutes } from './routes/shard.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { worldRoutes } from './routes/world.ts';
import { StaffSessions } from './staff-sessions.ts';
import type { Tokens } from './tokens.ts';

export interface ApiOptions {
  readonly administration: Administration;
  readonly tokens: Tokens;
  readonly operations: Operations;
  readonly status: () => Status;
  readonly now: () => number;
  /** Networks whose requests are not counted: load tests and proxies. */
  readonly isTrusted: (address: string) => boolean;
  readonly audit: (entry: Readonly<Record<string, unknown>>) => void;
}

/** Requests of one address in a minute. */
const MOST_PER_MINUTE = 600;

const groups = [
  loginRoutes,
  tokenRoutes,
  accountRoutes,
  worldRoutes,
  shardRoutes,
  auditRoutes,
  alertRoutes,
  webhookRoutes,
  backupRoutes,
  liveRoutes,
];

/** What every group of routes gets. */
export interface ApiContext extends ApiOptions {
  readonly sessions: StaffSessions;
}

/**
 * `/api`: what the dashboard stands on, and what an operator's own tools may use. Its description is at `/api/openapi.json`.
 * Everything that changes something, and every login, goes to the audit log.
 */
export function api(options: ApiOptions): FastifyPluginAsync {
  return async (server) => {
    const sessions = new StaffSessions(options.now);
    const context: ApiContext = { ...options, sessions };
    await server.register(
      async (scope) => {
        scope.setValidatorCompiler(validatorCompiler);
        scope.setSerializerCompiler(serializerCompiler);
        await scope.register(cookie);
        await scope.register(rateLimit, {
          max: MOST_PER_MINUTE,
          timeWindow: 60_000,
          allowList: (request) => options.isTrusted(request.ip),
        });
        await scope.register(swagger, {
          openapi: {
            openapi: '3.1.0',
            info: {
              title: 'gommog',
              version: '1',
              description:
                'Looking after a shard. Log in for a cookie, or make a token for a tool of your own.',
            },
            components: {
              securitySchemes: {
                token: { type: 'http', scheme: 'bearer' },
                cookie: { type: 'apiKey', in: 'cookie', name: COOKIE },
              },
            },
            security: [{ token: [] }, { cookie: [] }],
          },
          transform: jsonSchemaTransform,
        });
        scope.decorateRequest('asker', null);
        scope.addHook('onRequest', guard({ ...options, sessions }));
        scope.addHook('onSend', async (_, reply) => {
          // Nothing about the shard stays in a cache that somebody else reads.
          if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
        });
        const typed = scope.withTypeProvider<ZodTypeProvider>();
        for (const routes of groups) routes(typed, context);
        serveLive(scope, context);
        scope.get('/openapi.json', { config: { needs: 'anybody' }, schema: { hide: true } }, async () =>
          scope.swagger(),
        );
      },
      { prefix: '/api' },
    );
  };
}
