export { type DomainEvent, type DomainEventKind, domainEvents, type Whereabouts } from './domain-events.ts';
