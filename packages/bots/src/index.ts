export type { BotConnection, BotReceiver, Connect } from './connection.ts';
export { Histogram, type Percentiles } from './histogram.ts';
export { playSwarm, type SwarmCrew, type SwarmRun } from './swarm.ts';
