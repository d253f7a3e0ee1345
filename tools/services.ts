/**
 * `npm run services [-- NAME...]`: starts the servers that some tests need (all, or those named), prints the variables by which
 * tests find them, and stops them on Ctrl-C. `npm run services -- --run "npm test"` runs a command with these variables instead,
 * stops the servers, and ends as the command did.
 *
 * Programs are kept under node_modules/.cache; data is thrown away. What cannot be had or does not start is said, and is a failure.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCommandLine, refuse, words } from '@gommog/command-line';
import { serviceCache } from './services/cache.ts';
import { freePort } from './services/child.ts';
import type { RunningService, Service } from './services/service.ts';

/** Services by the name of their module, and the variable that tells tests where they are. */
const VARIABLES: Readonly<Record<string, string>> = {
  kafka: 'GOMMOG_TEST_KAFKA',
  redis: 'GOMMOG_TEST_REDIS',
  ferretdb: 'GOMMOG_TEST_MONGODB',
};

async function load(name: string): Promise<Service> {
  const module = (await import(moduleOf(name).href)) as Record<string, unknown>;
  const service = module[name];
  if (service === undefined) throw new Error(`tools/services/${name}.ts has no '${name}'`);
  return service as Service;
}

function moduleOf(name: string): URL {
  return new URL(`services/${name}.ts`, import.meta.url);
}

const { rest, values } = readCommandLine({
  name: 'npm run services --',
  about: `Starts the servers that some tests need, until Ctrl-C: ${Object.keys(VARIABLES).join(', ')}.`,
  options: {
    run: words(null, 'runs this with the variables of the tests instead, and ends as it does', 'command'),
  },
  rest: '[names...]',
});
const unknown = rest.find((name) => VARIABLES[name] === undefined);
if (unknown !== undefined)
  refuse(`there is no service '${unknown}'; there are ${Object.keys(VARIABLES).join(', ')}`);
const running: RunningService[] = [];
const dir = await mkdtemp(join(tmpdir(), 'gommog-services-'));

async function stopAll(): Promise<void> {
  await Promise.allSettled(running.map((service) => service.stop()));
  await rm(dir, { recursive: true, force: true });
}

async function startAll(names: readonly string[]): Promise<Record<string, string>> {
  const variables: Record<string, string> = {};
  for (const name of names) {
    const variable = VARIABLES[name];
    if (variable === undefined) {
      throw new Error(`there is no service '${name}'; there are ${Object.keys(VARIABLES).join(', ')}`);
    }
    const service = await load(name);
    const startedAt = performance.now();
    console.error(`${name}: getting ready`);
    await service.install(serviceCache(service));
    const started = await service.start({ dir: join(dir, name), port: await freePort() });
    running.push(started);
    variables[variable] = started.url;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    console.error(`${name}: ${started.url}, process ${started.pid}, after ${seconds} s`);
  }
  return variables;
}

function runWith(command: string, variables: Record<string, string>): Promise<number> {
  const child = spawn(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...variables } });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Servers do not hear a Ctrl-C by themselves: one that comes while they start must not leave some of them behind. */
const asked = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
});

async function untilAsked(): Promise<void> {
  // A timer that never ends the wait: without anything to wait for, the process would end.
  const timer = setInterval(() => {}, 2 ** 30);
  await asked;
  clearInterval(timer);
}

try {
  const all = Object.keys(VARIABLES).filter((name) => existsSync(moduleOf(name)));
  const variables = await startAll(rest.length > 0 ? rest : all);
  if (values.run === null) {
    for (const [name, value] of Object.entries(variables)) console.log(`export ${name}=${value}`);
    console.error('Ctrl-C stops them.');
    await untilAsked();
  } else {
    process.on('SIGINT', () => {});
    process.exitCode = await runWith(values.run, variables);
  }
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`\nA SERVICE THAT TESTS NEED IS NOT THERE, so nothing was run:\n${reason}\n`);
  process.exitCode = 1;
} finally {
  await stopAll();
}
