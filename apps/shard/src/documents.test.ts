import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runGommog, ShardProcess } from '@gommog/testkit';
import { MongoClient } from 'mongodb';

const url = process.env['GOMMOG_TEST_MONGODB'];
const skip =
  url === undefined && "GOMMOG_TEST_MONGODB is not set: run 'npm run services' and set what it prints";

interface Document {
  readonly _id: string;
  readonly serial: number;
  readonly parent: string | null;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The queries of the operators' page, a line each, for the names that are in this world. */
async function queries(account: string, character: string): Promise<string[]> {
  const page = await readFile(new URL('../../../docs/operators/stores.md', import.meta.url), 'utf8');
  const block = /documents\.test\.ts\. -->\n```js\n([^`]*)```/.exec(page)?.[1];
  assert.ok(block !== undefined, 'the page has queries');
  return block
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('//'))
    .map((line) => line.replace("'anna'", `'${account}'`).replace("'Anna'", `'${character}'`));
}

test('the queries of the operators’ page find accounts, characters with their belongings, and gold, by name', {
  skip,
}, async () => {
  const data = await mkdtemp(join(tmpdir(), 'gommog-documents-'));
  const database = `documents-${process.pid}`;
  const client = new MongoClient(url!);
  let shard: ShardProcess | null = null;
  try {
    shard = await ShardProcess.start({ data, env: { GOMMOG_LOG_LEVEL: 'warn', GOMMOG_UO_WORLDSIZE: '512' } });
    const people = ['--count', '2', '--prefix', 'doc', '--seconds', '2'];
    await runGommog('bots', '--port', String(shard.port('uo')), ...people);
    await shard.stop();
    await writeFile(`${data}-from.yaml`, `data: ${data}\n`);
    const store = `{ images: [mongodb], mongodb: { url: "${url}", database: "${database}" } }`;
    await writeFile(`${data}-to.yaml`, `data: ${data}-copy\nstore: ${store}\n`);
    await runGommog('store', 'copy', '--from', `${data}-from.yaml`, '--to', `${data}-to.yaml`);
    const db = client.db(`${database}-uo`);
    const entities = db.collection<Document>('entities');
    const account = await entities.findOne({ 'components.account.name': /^doc/ });
    const anybody = await entities.findOne({ 'components.character.account': account!.serial });
    const character = String(anybody!.components['mobile']!['name']);
    const found: (Document | Document[])[] = [];
    const scope: Record<string, Document> = {};
    for (const line of await queries(String(account!.components['account']!['name']), character)) {
      const [, name, query] = /^(?:(\w+) = )?(.*)$/.exec(line)!;
      const run = new Function('db', ...Object.keys(scope), `return ${query}`) as (
        ...given: unknown[]
      ) => { toArray(): Promise<Document[]> } & Promise<Document>;
      const result = run({ entities }, ...Object.values(scope));
      if (name === undefined) found.push(await result.toArray());
      else {
        const document = await result;
        assert.ok(document !== null, line);
        scope[name] = document;
      }
    }
    const [characters, things, heaps] = found as [Document[], Document[], Document[]];
    assert.deepEqual(
      characters.map(({ components }) => components['mobile']!['name']),
      [character],
    );
    const skills = characters[0]!.components['skills']!['valuesByName'] as Record<string, number>;
    assert.ok(Object.keys(skills).length > 0 && Object.values(skills).every((value) => value > 0));
    assert.ok(Object.keys(skills).every((name) => /^[a-z-]+$/.test(name)));
    const names = things.map(({ components }) => components['item']!['templateName']);
    assert.ok(names.includes('backpack') && names.includes('gold-coin'), names.join());
    const amounts = heaps.map(({ components }) => Number(components['item']!['amount']));
    assert.ok(amounts.length > 0);
    assert.deepEqual(
      amounts,
      amounts.toSorted((a, b) => b - a),
    );
  } finally {
    await shard?.kill9();
    await client
      .db(`${database}-uo`)
      .dropDatabase()
      .catch(() => {});
    await client.close();
    await rm(data, { recursive: true, force: true });
    await rm(`${data}-copy`, { recursive: true, force: true });
    for (const end of ['from', 'to']) await rm(`${data}-${end}.yaml`, { force: true });
  }
});
