import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { AddressLimiter } from '@gommog/net';
import {
  ImageMedium,
  LogMedium,
  MemoryImage,
  MemoryLog,
  openStoreOver,
  type StoreError,
} from '@gommog/store';
import { loadConfig } from './config/load.ts';
import { gameNamed } from './games/index.ts';
import { createLogger } from './logger.ts';
import { RecentLines } from './operations/recent-lines.ts';
import { Running } from './running.ts';
import { trustedNetworks } from './trusted-networks.ts';

/** A start over a log that is in nobody's data folder, so that two can be had at a time. */
async function start(medium: LogMedium, data: string, onOver: (failure: StoreError) => void) {
  const config = loadConfig(
    null,
    {},
    { 'listen.host': '127.0.0.1', 'classic.port': 0, 'log.level': 'error' },
  );
  const log = createLogger(config, new RecentLines()).child({});
  log.level = 'silent';
  const opened = await gameNamed('classic').open({ config, data, log: () => {} });
  const world = opened.createWorld();
  const image = new ImageMedium();
  const store = await openStoreOver({
    medium: {
      log: new MemoryLog(medium),
      images: [{ name: 'memory', isRemote: false, isBase: true, open: async () => new MemoryImage(image) }],
    },
    load: (serial, component, version, bytes) => world.load(serial, component, version, bytes),
  });
  world.finishLoading();
  const operator = { staffEntered: () => {}, staffActed: () => {}, shutdownAsked: () => {} };
  const game = opened.assemble({ world, tick: store.recovered.tick, operator, log: () => {} });
  if (store.recovered.components === 0) await opened.populate(game);
  const limiter = new AddressLimiter({
    trusted: trustedNetworks(config),
    connections: 10,
    connectionsPerAddress: 10,
    newConnectionsPerMinute: 60,
    now: () => performance.now(),
  });
  const shard = {
    name: 'classic',
    data,
    game,
    store,
    publisher: null,
    ports: opened.ports,
    limiter,
    administration: null,
    pages: null,
    announcements: [],
  };
  const meter = { step: () => {}, flush: () => {} };
  return Running.start({ config, log, shard, meter, record: null, onOver });
}

test('a shard whose log another start has taken over stands still, sends its people away and can be stopped', async () => {
  const data = await mkdtemp(join(tmpdir(), 'gommog-running-'));
  try {
    const medium = new LogMedium();
    let over: (failure: StoreError) => void = () => {};
    const ended = new Promise<StoreError>((resolve) => {
      over = resolve;
    });
    const first = await start(medium, data, (failure) => over(failure));
    while (medium.entries.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const port = Number(first.ports[0]!.at.split(':').at(-1));
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.resume();
    await new Promise((resolve) => socket.once('connect', resolve));
    const sentAway = new Promise((resolve) => socket.once('close', resolve));

    const second = await start(medium, data, () => assert.fail('nobody has taken over from the second'));
    // It saves something, and so finds out.
    first.game.world.record({ kind: 'test', key: '', body: '{}' });
    first.game.onPressure('high');
    assert.equal((await ended).code, 'GMG_STORE_EPOCH');
    await sentAway;
    const { tick } = first.game;
    await assert.rejects(first.stop(), { code: 'GMG_STORE_EPOCH' });
    assert.equal(first.game.tick, tick, 'it made no step that it could not save');
    await second.stop();
  } finally {
    await rm(data, { recursive: true });
  }
});
