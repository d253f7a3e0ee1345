import { z } from 'zod';

/** What every entry of the audit log has; the rest is as its kind needs. */
const entry = z.record(z.string(), z.unknown());
export type AuditEntry = Readonly<z.infer<typeof entry>>;

export const auditPage = z.object({
  entries: z.array(entry),
  before: z.number().nullable().describe('To ask for older entries with; null: there are none.'),
});
export type AuditPage = z.infer<typeof auditPage>;
