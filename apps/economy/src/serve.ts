import { createServer, type Server } from 'node:http';
import type { Ledger } from './ledger.ts';

/** The books as JSON on 127.0.0.1: `/stock`, `/flows?fromHour=0`, `/alarms`; `/health` is 500 while there are alarms. */
export async function serve(ledger: Ledger, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://economy');
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
    };
    if (request.method !== 'GET') return answer(405, { error: 'only GET' });
    if (pathname === '/stock') return answer(200, ledger.stock);
    if (pathname === '/alarms') return answer(200, ledger.alarms());
    if (pathname === '/health') {
      const alarms = ledger.alarms().length;
      return answer(alarms === 0 ? 200 : 500, { cursor: ledger.cursor, alarms });
    }
    if (pathname !== '/flows') return answer(404, { error: 'there are /stock, /flows, /alarms and /health' });
    const fromHour = Number(searchParams.get('fromHour') ?? 0);
    if (!Number.isSafeInteger(fromHour)) return answer(400, { error: 'fromHour is no number' });
    return answer(200, ledger.flows(fromHour));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}
