export { type AttackOptions, type AttackPhase, attack, attackPhases } from './attack.ts';
export { Belongings } from './belongings.ts';
export { HostilePackets } from './hostile-packets.ts';
export { ScriptedClient, type ScriptedClientOptions } from './scripted-client.ts';
export { runSwarm, type Scenario, type SwarmOptions, type SwarmSummary, scenarios } from './swarm.ts';
export { type OpenTrade, Trades } from './trades.ts';
export { WebClient, type WebClientOptions, WebRefusal } from './web-client.ts';
