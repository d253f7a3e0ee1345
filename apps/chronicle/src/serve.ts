import { createServer, type Server } from 'node:http';
import type { Chronicle, Query } from './chronicle.ts';

/**
 * The chronicle as JSON on 127.0.0.1: `/events?serial=0x40000001&kind=item-moved&fromMs=0&toMs=1000&limit=10`, `/people?name=Anna`,
 * `/health`. Whoever may see it may see everything that was said: it is not for the open.
 */
export async function serve(chronicle: Chronicle, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://chronicle');
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
    };
    if (request.method !== 'GET') return answer(405, { error: 'only GET' });
    if (pathname === '/health')
      return answer(200, { cursor: chronicle.cursor, missing: chronicle.missing() });
    if (pathname === '/people') return answer(200, chronicle.people(searchParams.get('name') ?? ''));
    if (pathname !== '/events') return answer(404, { error: 'there are /events, /people and /health' });
    const query = queryOf(searchParams);
    return typeof query === 'string' ? answer(400, { error: query }) : answer(200, chronicle.find(query));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

const MAX_LIMIT = 10_000;

/** What is asked for, or what is wrong with the question. */
export function queryOf(params: URLSearchParams): Query | string {
  const numbers: Record<string, number> = {};
  for (const name of ['serial', 'fromMs', 'toMs', 'limit']) {
    const text = params.get(name);
    if (text === null) continue;
    const number = Number(text);
    if (text === '' || !Number.isSafeInteger(number) || number < 0) return `${name} is no number: '${text}'`;
    numbers[name] = number;
  }
  const kind = params.get('kind');
  const limit = Math.min(numbers['limit'] ?? 1000, MAX_LIMIT);
  return { ...numbers, limit, ...(kind === null ? {} : { kind }) };
}
