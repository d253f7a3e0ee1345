#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What V8 and the type stripper made of the sources is kept from one start to the next: that is a third of a start. Beside the
// packages, which only those who may change the program can write to; where nobody can, there is no cache, and no harm.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/gommog-compiled'));
await import('./program.ts');
