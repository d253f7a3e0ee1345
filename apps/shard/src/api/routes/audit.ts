import { Readable } from 'node:stream';
import { type AuditEntry, auditPage } from '@gommog/staff-api';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import type { AuditFilter, AuditView } from '../../operations/audit-trail.ts';
import type { Administration } from '../administration.ts';
import { type Routes, refusals } from './routes.ts';

const filters = {
  search: z.string().max(100).default('').describe('Text that an entry contains.'),
  staff: z.string().max(60).default('').describe('Part of the name of who did it.'),
  kind: z
    .string()
    .max(60)
    .default('')
    .describe('What was done: a command of the world, or an act from here.'),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
};
const filter = z.object(filters);

/** Entries of one export, and of each reading for it. */
const MOST_EXPORTED = 100_000;
const PAGE = 500;
const MOST_EXPORTS_PER_MINUTE = 10;

const COLUMNS = ['at', 'by', 'kind', 'target', 'outcome', 'details'] as const;
const TYPES = { csv: 'text/csv; charset=utf-8', ndjson: 'application/x-ndjson' } as const;

/** What staff did. */
export const auditRoutes: Routes = (server, { administration, audit, operations }) => {
  const view = viewOver(administration);

  server.get(
    '/audit',
    {
      config: { needs: 'administrator' },
      schema: {
        summary: 'What staff did, newest first.',
        querystring: z.object({
          ...filters,
          before: z.coerce.number().int().min(0).optional().describe('To go on, as an answer told.'),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: { ...refusals, 200: auditPage },
      },
    },
    async ({ query: { before = null, limit, ...wanted } }) => {
      const page = await operations.auditTrail({ ...filterOf(wanted), before, limit }, view);
      return { entries: page.entries.map((entry) => ({ ...entry })), before: page.before };
    },
  );

  server.get(
    '/audit/export',
    {
      config: { needs: 'administrator', rateLimit: { max: MOST_EXPORTS_PER_MINUTE, timeWindow: 60_000 } },
      schema: {
        summary: 'The same as a file: CSV for spreadsheets, or a line of JSON for each entry.',
        querystring: filter.extend({ format: z.enum(['csv', 'ndjson']).default('csv') }),
        response: { ...refusals, 200: z.any().describe('text/csv or application/x-ndjson') },
      },
    },
    async ({ asker, query: { format, ...wanted } }, reply) => {
      audit({ act: 'audit-exported', by: asker!.name, format });
      const pages = async function* (): AsyncGenerator<readonly AuditEntry[]> {
        let before: number | null = null;
        for (let count = 0; count < MOST_EXPORTED; ) {
          const page = await operations.auditTrail({ ...filterOf(wanted), before, limit: PAGE }, view);
          yield page.entries;
          if (page.before === null) return;
          count += page.entries.length;
          before = page.before;
        }
      };
      return reply
        .type(TYPES[format])
        .header('content-disposition', `attachment; filename="audit.${format}"`)
        .send(Readable.from(format === 'csv' ? csvOf(pages()) : linesOf(pages())));
    },
  );
};

function filterOf({ from, to, ...rest }: z.infer<typeof filter>): Omit<AuditFilter, 'before' | 'limit'> {
  const millisecondsOf = (at: string | undefined): number | null =>
    at === undefined ? null : Date.parse(at);
  return { ...rest, from: millisecondsOf(from), to: millisecondsOf(to) };
}

/** The world writes serials down, which do not change; whoever reads wants names. */
function viewOver(administration: Administration): AuditView {
  const nameOf = (serial: unknown): string | null =>
    typeof serial === 'number' ? (administration.account(serial)?.name ?? `account ${serial}`) : null;
  return ({ account, act, actor: _, at, by, command, name, ...rest }) => {
    const isAct = typeof act === 'string';
    const who = by ?? name ?? nameOf(account) ?? account;
    const target = isAct && by !== undefined ? nameOf(account) : null;
    return {
      at,
      by: String(who ?? ''),
      kind: isAct ? act : String(command ?? '').split(' ', 1)[0],
      ...(target === null ? {} : { target }),
      ...(isAct ? {} : { command }),
      // Of a token it is what the token is called.
      ...(isAct && by !== undefined && name !== undefined ? { name } : {}),
      ...rest,
    };
  };
}

async function* csvOf(pages: AsyncIterable<readonly AuditEntry[]>): AsyncGenerator<string> {
  // What begins like a formula is made a text, or a spreadsheet would run it.
  const lines = (rows: readonly (readonly unknown[])[]): string =>
    stringify([...rows], { escape_formulas: true });
  yield lines([COLUMNS]);
  for await (const entries of pages) {
    yield lines(
      entries.map(({ at, by, kind, outcome, target, ...details }) => [
        at,
        by,
        kind,
        target ?? '',
        outcome ?? '',
        Object.keys(details).length === 0 ? '' : JSON.stringify(details),
      ]),
    );
  }
}

async function* linesOf(pages: AsyncIterable<readonly AuditEntry[]>): AsyncGenerator<string> {
  for await (const entries of pages) {
    for (const entry of entries) yield `${JSON.stringify(entry)}\n`;
  }
}
