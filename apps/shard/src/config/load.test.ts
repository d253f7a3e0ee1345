import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ConfigError, loadConfig } from './load.ts';

function fromText(text: string, env: Record<string, string> = {}, overrides: Record<string, unknown> = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'gommog-config-'));
  const file = join(dir, 'gommog.yaml');
  writeFileSync(file, text);
  try {
    return loadConfig(file, env, overrides);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function problemOf(text: string, env: Record<string, string> = {}): string {
  try {
    fromText(text, env);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.message;
  }
  return 'no problem';
}

test('without a file every setting has its default', () => {
  const config = loadConfig(null, {}, {});
  assert.equal(config.uo.port, 2593);
  assert.deepEqual(config.trustedNetworks, ['127.0.0.0/8', '::1/128']);
});

test('file, environment and command line, the later wins', () => {
  const text = 'name: Home\nlisten:\n  proxyProtocol: true\n  httpPort: 2\n';
  const env = { GOMMOG_LISTEN_HTTPPORT: '3', PATH: '/bin', GOMMOG_TEST_KAFKA: '127.0.0.1:1' };
  const config = fromText(text, env, { 'listen.host': '127.0.0.1', 'listen.httpHost': undefined });
  assert.equal(config.name, 'Home');
  assert.deepEqual(config.listen, {
    host: '127.0.0.1',
    httpHost: null,
    httpPort: 3,
    proxyProtocol: true,
  });
});

test('a mistyped key is named with file, line and what was meant', () => {
  assert.match(
    problemOf('name: Home\nlisten:\n  httpport: 1\n'),
    /gommog\.yaml:3: unknown key 'listen\.httpport'; did you mean 'httpPort'\?/,
  );
  assert.match(problemOf('nmae: Home\n'), /gommog\.yaml:1: unknown key 'nmae'; did you mean 'name'\?/);
  assert.match(problemOf('zzzzzzz: 1\n'), /known keys: games, name, data/);
});

test('a bad value is named with file and line', () => {
  assert.match(problemOf('name: Home\n\nlisten:\n  httpPort: many\n'), /gommog\.yaml:4: listen\.httpPort: /);
  assert.match(problemOf('uo:\n  worldSize: 1000\n'), /gommog\.yaml:2: uo\.worldSize: /);
});

test('broken YAML is named with its line', () => {
  assert.match(problemOf('name: Home\nlisten: [1, 2\n'), /gommog\.yaml:\d+: /);
  assert.match(problemOf('- 1\n- 2\n'), /gommog\.yaml:1: must be a list of keys/);
});

test('a mistyped variable is an error too', () => {
  assert.match(
    problemOf('', { GOMMOG_UO_PRT: '1' }),
    /GOMMOG_UO_PRT: there is no such setting; did you mean GOMMOG_UO_PORT\?/,
  );
  assert.match(problemOf('', { GOMMOG_UO_PORT: 'x' }), /environment variable GOMMOG_UO_PORT: uo\.port: /);
});

test('a file that is not there is one clear line', () => {
  assert.throws(() => loadConfig('/nowhere/gommog.yaml', {}, {}), /cannot be read \(ENOENT\)/);
});
