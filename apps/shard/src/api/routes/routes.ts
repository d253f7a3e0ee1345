import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ApiContext } from '../api.ts';

/** The server as routes with schemas see it. */
export type ApiServer = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** A group of routes. */
export type Routes = (server: ApiServer, context: ApiContext) => void;

/** What an answer says that is none. */
export const problem = z.object({ error: z.string() }).describe('Why not, in words.');

/** Answers that every route may give. */
export const refusals = { 400: problem, 401: problem, 403: problem, 429: problem };

/** A list that is only read, as schemas want it. */
export function listed<T>(items: readonly T[]): T[] {
  return [...items];
}

/** A serial, decimal or 0x…. */
export const serial = z
  .string()
  .regex(/^(0x[0-9a-fA-F]{1,8}|\d{1,10})$/)
  .transform(Number)
  .pipe(z.number().int().min(1).max(0xffffffff))
  .describe('A serial, decimal or 0x….');
