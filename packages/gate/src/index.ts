export { FlushList } from './flush-list.ts';
export { LoginGuard } from './login-guard.ts';
export { PacketRates, type Rate } from './packet-rates.ts';
