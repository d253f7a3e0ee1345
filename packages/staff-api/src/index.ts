// What the API for staff answers: the shard checks its answers against these schemas, and pages take their types from them.

export * from './accounts.ts';
export * from './alerts.ts';
export * from './audit.ts';
export * from './backups.ts';
export * from './figures.ts';
export * from './live.ts';
export * from './logs.ts';
export * from './roles.ts';
export * from './self.ts';
export * from './status.ts';
export * from './tokens.ts';
export * from './webhooks.ts';
export * from './world.ts';
