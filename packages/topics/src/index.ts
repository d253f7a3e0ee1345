export { type FollowOptions, follow } from './follow.ts';
export { Publisher, type PublisherOptions } from './publisher.ts';
export { PublisherThread } from './publisher-thread.ts';
export type { PublisherSettings } from './publisher-worker.ts';
export { Topic } from './topic.ts';
export type { TopicBatch, TopicEvent } from './topic-event.ts';
export { openTopic, openTopicReader, parsePlace, type TopicPlace } from './topic-place.ts';
export { BEGINNING, type Cursor, type Reading, TopicReader } from './topic-reader.ts';
