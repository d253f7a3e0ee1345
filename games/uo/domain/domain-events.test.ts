import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';
import { type DomainEventKind, domainEvents } from './domain-events.ts';

/** Every shape that was ever told, by kind and version: consumers may meet them all in old topics. */
const known = JSON.parse(readFileSync(new URL('schemas.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>;

function nameOf(kind: DomainEventKind): string {
  return `${kind}/${(domainEvents[kind].shape.v as z.ZodLiteral<number>).value}`;
}

test('a domain event keeps its shape: another shape is another version', () => {
  for (const kind of Object.keys(domainEvents) as DomainEventKind[]) {
    const name = nameOf(kind);
    const schema = JSON.parse(JSON.stringify(z.toJSONSchema(domainEvents[kind])));
    const how = 'give the new shape a new `v`, and add it to schemas.json beside the old one';
    assert.ok(name in known, `${name} is not in schemas.json: add\n${JSON.stringify({ [name]: schema })}`);
    assert.deepEqual(schema, known[name], `${name} has changed: ${how}`);
  }
});
