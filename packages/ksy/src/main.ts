/** `npm run gen [-- --check]`: makes the code and the pages of every protocol, or says which of them are not fresh. */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { flag, readCommandLine } from '@gommog/command-line';
import { generateCode, generatePages, type Output } from './generate.ts';
import { loadSpecs } from './load.ts';
import { KsyError } from './problem.ts';

const HOMES = 'protocols/homes.json';

/** Protocols that are not the first one of a game: where their code goes. */
const homes = existsSync(HOMES)
  ? (JSON.parse(readFileSync(HOMES, 'utf8')) as Readonly<Record<string, string>>)
  : {};

/** Where each protocol's code goes: into the game that speaks it. Its pages stand with the other documents. */
const targets = globSync('protocols/*/').map((folder) => {
  const name = basename(folder);
  return {
    sources: folder,
    code: homes[name] ?? `games/${name}/protocol/generated`,
    pages: `docs/protocols/${name}`,
  };
});

const { check } = readCommandLine({
  name: 'npm run gen --',
  about: 'Makes the code and the pages of every protocol.',
  options: { check: flag('writes nothing, and says which of them are not fresh') },
}).values;
let problems = 0;

for (const { sources, code, pages } of targets) {
  try {
    const specs = loadSpecs(globSync(`${sources}/*.ksy`).sort(), (path) => readFileSync(path, 'utf8'));
    settle(code, generateCode(specs));
    settle(pages, generatePages(specs));
  } catch (error) {
    if (!(error instanceof KsyError)) throw error;
    complain(error.message);
  }
}
process.exitCode = problems === 0 ? 0 : 1;

/** Writes the outputs of a folder, or compares them; what is no output of today does not belong there. */
function settle(folder: string, outputs: readonly Output[]): void {
  const wanted = new Set(outputs.map(({ path }) => join(folder, path)));
  for (const old of globSync(`${folder}/*`)) {
    if (wanted.has(old)) continue;
    if (check) complain(`${old} is generated from nothing: run \`npm run gen\``);
    else rmSync(old);
  }
  for (const { path, text } of outputs) {
    const file = join(folder, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    if (check) {
      complain(`${file} is not fresh: run \`npm run gen\``);
      continue;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function complain(problem: string): void {
  console.error(problem);
  problems++;
}
