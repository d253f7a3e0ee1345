import type { SaveQueue } from '@gommog/store';
import type { FastifyPluginAsync } from 'fastify';
import type { Metrics } from '../metrics.ts';
import type { Shard } from '../shard.ts';

interface Options {
  readonly metrics: Metrics;
  readonly shards: readonly Pick<Shard, 'name' | 'store'>[];
  /** May somebody at this address see more than whether all is well? */
  readonly isTrusted: (address: string) => boolean;
}

/** A save that is older than this is worth a warning, in milliseconds. */
const LATE_SAVE_MS = 5_000;
/** So many durable records that the image lacks: it fails, or it cannot follow. */
const LATE_IMAGE_RECORDS = 100_000;

/**
 * `/metrics` for Prometheus, and `/healthz` for whoever watches: 200 while all is well, 503 when not. The reasons and the
 * metrics are for trusted networks only.
 */
export function monitoring({ isTrusted, metrics, shards }: Options): FastifyPluginAsync {
  return async (server) => {
    server.get('/healthz', async (request, reply) => {
      const reasons = shards.flatMap(({ name, store }) =>
        problems(store.queue).map((problem) => (shards.length === 1 ? problem : `${name}: ${problem}`)),
      );
      const isWell = reasons.length === 0;
      reply.code(isWell ? 200 : 503);
      return { status: isWell ? 'ok' : 'degraded', ...(isTrusted(request.ip) ? { reasons } : {}) };
    });
    server.get('/metrics', async (request, reply) => {
      if (!isTrusted(request.ip)) return reply.code(403).send({ error: 'for trusted networks only' });
      return reply.type(metrics.contentType).send(await metrics.text());
    });
  };
}

function problems(queue: SaveQueue): string[] {
  const reasons: string[] = [];
  if (queue.metrics.imageLag > LATE_IMAGE_RECORDS)
    reasons.push(`the image is ${queue.metrics.imageLag} records behind`);
  if (queue.failure !== null) reasons.push(`the commit log cannot be written: ${queue.failure.message}`);
  if (!queue.hasRoom) reasons.push('the world stands still: too much waits to be saved');
  if (queue.metrics.lagMs > LATE_SAVE_MS)
    reasons.push(`saving is ${Math.round(queue.metrics.lagMs)} ms late`);
  return reasons;
}
