import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { serviceCache } from './cache.ts';
import { runChild, startChild } from './child.ts';
import type { Service } from './service.ts';

const MODULE = 'github.com/FerretDB/FerretDB';
const VERSION = 'v1.24.2';

const PROGRAM = 'ferretdb-mended';

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

interface Mend {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** It reads the whole collection for each update otherwise, and waits for itself after a hundred of them. */
const MENDS: readonly Mend[] = [
  {
    // SQLite uses an index on an expression only for the very same one, and the index is made on this one.
    file: 'backends/sqlite/metadata/metadata.go',
    from: `"->'$._id'"`,
    to: `"->'_id'"`,
  },
  {
    // Our updates name the version that they expect besides `_id`. The rest of a filter is looked at afterwards as ever.
    file: 'backends/sqlite/collection.go',
    from: 'if params.Filter.Len() == 1 {',
    to: 'if params.Filter.Len() >= 1 {',
  },
  {
    // Each update of a request keeps a connection to the end of it, of which there are a hundred.
    file: 'handler/msg_update.go',
    from: 'result, err := common.UpdateDocument(ctx, c, "update", iter, &u)',
    to: 'result, err := common.UpdateDocument(ctx, c, "update", iter, &u)\n\t\tcloser.Close()',
  },
];

async function mended(folder: string, { file, from, to }: Mend): Promise<void> {
  const source = await readFile(join(folder, file), 'utf8');
  if (!source.includes(from)) throw new Error(`${file} is not as FerretDB ${VERSION} had it`);
  await writeFile(join(folder, file), source.replaceAll(from, to));
}

/** FerretDB 1.x, which speaks MongoDB's protocol over SQLite: the nearest to MongoDB that a Go proxy alone can bring. */
export const ferretdb: Service = {
  name: 'ferretdb',

  async install(cache) {
    const server = join(cache, PROGRAM);
    if (existsSync(server)) return;
    const source = join(cache, 'source');
    await rm(source, { recursive: true, force: true });
    await mkdir(source, { recursive: true });
    await writeFile(join(source, 'main.go'), MAIN);
    const go = (...args: string[]) => runChild('go', ['-C', source, ...args]);
    await go('mod', 'init', 'gommog.test/ferretdb');
    await go('get', `${MODULE}@${VERSION}`);
    await go('mod', 'tidy');
    await go('mod', 'vendor');
    for (const mend of MENDS) await mended(join(source, 'vendor', MODULE, 'internal'), mend);
    await go('build', '-o', `${server}.new`, '.');
    await rename(`${server}.new`, server);
  },

  async start({ dir, port }) {
    await mkdir(dir, { recursive: true });
    return startChild({
      command: join(serviceCache(ferretdb), PROGRAM),
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
