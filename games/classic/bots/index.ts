export { ScriptedClient, type ScriptedClientOptions } from './scripted-client.ts';
export {
  runSwarm,
  type Scenario,
  type SwarmOptions,
  type SwarmSummary,
  scenarios,
  usualStepMs,
} from './swarm.ts';
