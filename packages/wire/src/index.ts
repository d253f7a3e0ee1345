export { agree, check, elementAt, ensure, fits, modulo, need } from './check.ts';
export { WireError, type WireErrorCode } from './error.ts';
export { FrameCutter, type FrameLength } from './frame-cutter.ts';
export { Rand } from './rand.ts';
export { Reader } from './reader.ts';
export { beforeZero, decodeText, type Encoding, encodedLength, textOf } from './text.ts';
export { Writer } from './writer.ts';
