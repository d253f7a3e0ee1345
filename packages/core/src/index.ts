export { type BroughtBack, bringBack, type Elsewhere } from './bring-back.ts';
export { ByteSink, ByteSource } from './bytes.ts';
export { type Closure, exportClosure, importClosure } from './closure.ts';
export { ColumnStore } from './column-store.ts';
export {
  type Change,
  CommitEncoder,
  type CommitRecord,
  decodeCommit,
  decodeCommitEvents,
  eachChange,
  encodeCommit,
  hasEvents,
  type RecordedEvent,
} from './commit.ts';
export {
  bool,
  bytes,
  type Component,
  type ComponentSpec,
  decodeState,
  defineComponent,
  type Field,
  type Fields,
  f64,
  i8,
  i16,
  i32,
  json,
  type PastVersion,
  text,
  u8,
  u16,
  u32,
  type ValueOf,
  writeField,
} from './component.ts';
export { DurableGate } from './durable-gate.ts';
export type { Game, Pressure } from './game.ts';
export type { Link, LinkReceiver } from './link.ts';
export { NameIndex } from './name-index.ts';
export type { Operator, StaffAct } from './operator.ts';
export { Placement } from './placement.ts';
export { Rng } from './rng.ts';
export { type Plane, SECTOR_SIZE, type Sector, Sectors } from './sectors.ts';
export { SimulatedGame, type SimulatedGameOptions } from './simulated-game.ts';
export {
  type Recorder,
  Simulation,
  type SimulationOptions,
  type System,
  type TickContext,
} from './simulation.ts';
export type { Violation } from './soundness.ts';
export { StateHash } from './state-hash.ts';
export { TimerWheel, WHEEL_GRAIN_MS } from './timer-wheel.ts';
export { type Kind, World, type WorldOptions } from './world.ts';
export { type ComponentSchema, readState, type SchemaWords, type WorldSchema } from './world-schema.ts';
