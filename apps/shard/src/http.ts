import { createServer, type Server } from 'node:http';
import type { SaveQueue } from '@gommog/store';
import type { Metrics } from './metrics.ts';
import type { Shard } from './shard.ts';

interface Options {
  readonly host: string;
  readonly port: number;
  readonly metrics: Metrics;
  readonly shards: readonly Pick<Shard, 'name' | 'store'>[];
}

/** A save that is older than this is worth a warning, in milliseconds. */
const LATE_SAVE_MS = 5_000;
/** So many durable records that the image lacks: it fails, or it cannot follow. */
const LATE_IMAGE_RECORDS = 100_000;

/** `/metrics` for Prometheus and `/healthz` for whoever watches: 200 while all is well, 503 with the reasons when not. */
export function serveHttp({ host, metrics, port, shards }: Options): Promise<Server> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405).end();
    } else if (path === '/healthz') {
      const reasons = shards.flatMap(({ name, store }) =>
        problems(store.queue).map((problem) => (shards.length === 1 ? problem : `${name}: ${problem}`)),
      );
      const body = JSON.stringify({ status: reasons.length === 0 ? 'ok' : 'degraded', reasons });
      response
        .writeHead(reasons.length === 0 ? 200 : 503, { 'content-type': 'application/json' })
        .end(`${body}\n`);
    } else if (path === '/metrics') {
      metrics.text().then(
        (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    } else response.writeHead(404, { 'content-type': 'text/plain' }).end('not here: /metrics, /healthz\n');
  });
  server.headersTimeout = 5_000;
  server.requestTimeout = 5_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
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
