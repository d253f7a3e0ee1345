export { Delivery } from './delivery.ts';
export { FlushList } from './flush-list.ts';
export { LoginGuard } from './login-guard.ts';
export { PackedStream, type PackedStreamOptions } from './packed-stream.ts';
export { PacketRates, type Rate } from './packet-rates.ts';
