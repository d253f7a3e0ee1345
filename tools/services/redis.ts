import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { serviceCache } from './cache.ts';
import { runChild, startChild } from './child.ts';
import type { Service } from './service.ts';

/** What Debian's redis-tools has: the same program as the server, which looks at the name that it is called by. */
const PROGRAM = '/usr/bin/redis-check-rdb';

/**
 * Redis as Debian has it. Its package redis-server would also start one as a service of the system; redis-tools brings the program
 * alone.
 */
export const redis: Service = {
  name: 'redis',

  async install(cache) {
    const server = join(cache, 'redis-server');
    if (existsSync(server)) return;
    await mkdir(cache, { recursive: true });
    if (!existsSync(PROGRAM)) {
      await runChild('apt-get', ['update']);
      await runChild('apt-get', ['install', '-y', '--no-install-recommends', 'redis-tools']);
    }
    await symlink(PROGRAM, server);
  },

  async start({ dir, port }) {
    await mkdir(dir, { recursive: true });
    const settings = {
      port: String(port),
      bind: '127.0.0.1',
      dir,
      appendonly: 'yes',
      appendfsync: 'everysec',
      save: '',
    };
    return startChild({
      command: join(serviceCache(redis), 'redis-server'),
      args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
      log: join(dir, 'redis.log'),
      url: `redis://127.0.0.1:${port}`,
      isReady: () => answersPing(port),
    });
  },
};

/** It listens before it has read its data, and says then that it is loading. */
function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const end = (isReady: boolean) => {
      socket.destroy();
      resolve(isReady);
    };
    socket.once('data', (answer) => end(answer.toString().startsWith('+PONG')));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
  });
}
