import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { serviceCache } from './cache.ts';
import { runChild, startChild } from './child.ts';
import type { Service } from './service.ts';

const VERSION = 'v1.24.2';

/**
 * The server with its SQLite backend. The program of the module itself refuses to run when it was not built by its own tools, so
 * this one embeds it. No flush for each statement: tests end processes, not machines.
 */
const MAIN = `package main

import (
	"context"
	"log"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	server, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: os.Args[1]},
		Handler:   "sqlite",
		SQLiteURL: "file:" + os.Args[2] + "/?_pragma=synchronous(normal)",
		Logger:    slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})),
	})
	if err != nil {
		log.Fatal(err)
	}
	if err := server.Run(ctx); err != nil {
		log.Fatal(err)
	}
}
`;

/** FerretDB 1.x, which speaks MongoDB's protocol over SQLite: the nearest to MongoDB that a Go proxy alone can bring. */
export const ferretdb: Service = {
  name: 'ferretdb',

  async install(cache) {
    const server = join(cache, 'ferretdb');
    if (existsSync(server)) return;
    const source = join(cache, 'source');
    await mkdir(source, { recursive: true });
    await writeFile(join(source, 'main.go'), MAIN);
    const go = (...args: string[]) => runChild('go', ['-C', source, ...args]);
    if (!existsSync(join(source, 'go.mod'))) await go('mod', 'init', 'gommog.test/ferretdb');
    await go('get', `github.com/FerretDB/FerretDB@${VERSION}`);
    await go('mod', 'tidy');
    await go('build', '-o', `${server}.new`, '.');
    await rename(`${server}.new`, server);
  },

  async start({ dir, port }) {
    await mkdir(dir, { recursive: true });
    return startChild({
      command: join(serviceCache(ferretdb), 'ferretdb'),
      args: [`127.0.0.1:${port}`, dir],
      log: join(dir, 'ferretdb.log'),
      url: `mongodb://127.0.0.1:${port}`,
      isReady: () => isListening(port),
    });
  },
};

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
