export { Loop, type LoopClock, type LoopMeter, type LoopOptions } from './loop.ts';
export { realClock } from './real-clock.ts';
