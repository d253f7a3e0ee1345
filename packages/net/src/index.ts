export { AddressLimiter, type AddressLimits } from './address-limiter.ts';
export type { Accept, Connection, Listener, Receiver } from './connection.ts';
export { type NetCode, NetError } from './errors.ts';
export { connectMemory, type MemoryOptions } from './memory.ts';
export { Networks } from './networks.ts';
export { connectTcp, listenTcp, type TcpOptions } from './tcp.ts';
export { TokenBucket } from './token-bucket.ts';
export { attachWebSocket, connectWebSocket, listenWebSocket, type WebSocketOptions } from './websocket.ts';
