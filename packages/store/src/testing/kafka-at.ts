import { randomUUID } from 'node:crypto';
import type { KafkaSettings } from '../kafka-partition.ts';

const at = process.env['GOMMOG_TEST_KAFKA'];

/** For tests: why a test against a real Kafka is left out, or false. */
export const withoutKafka =
  at === undefined && 'no Kafka: `npm run services` starts one and says how to run these tests';

/** A topic that nobody else uses. */
export function freshTopic(): KafkaSettings {
  return { brokers: [at ?? ''], topic: `test-${randomUUID()}` };
}
