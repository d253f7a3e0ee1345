import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { oracle } from '@gommog/ksy';

const FOLDER = join(import.meta.dirname, '../../../protocols/classic');

test('random packets are written and read as the official parser reads them', async () => {
  const report = await oracle(globSync(`${FOLDER}/*.ksy`).sort(), { samples: 20 });
  assert.ok(report.types >= 30, `${report.types} types`);
});
