export { type DomainEvent, type DomainEventKind, domainEvents, type Whereabouts } from './domain-events.ts';
export { GoodsCount, type SavedState } from './goods-count.ts';
export { wordsOf } from './words.ts';
