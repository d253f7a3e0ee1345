import type { Unit } from '@gommog/staff-api';

const SIZES = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** `12.3 MiB`. */
export function bytes(value: number): string {
  let left = value;
  let size = 0;
  while (left >= 1024 && size < SIZES.length - 1) {
    left /= 1024;
    size++;
  }
  return `${left >= 100 || size === 0 ? Math.round(left) : left.toFixed(1)} ${SIZES[size]}`;
}

/** A figure with its unit. */
export function figure(value: number | null | undefined, unit: Unit): string {
  if (value === null || value === undefined) return '–';
  if (unit === 'bytes') return bytes(value);
  if (unit === 'bytes/s') return `${bytes(value)}/s`;
  if (unit === 'ms') return value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${short(value)} ms`;
  if (unit === '%') return `${Math.round(value)} %`;
  return unit === '1/s' ? `${short(value)}/s` : short(value);
}

function short(value: number): string {
  if (value !== 0 && Math.abs(value) < 10) return value.toFixed(2).replace(/\.?0+$/, '');
  return Math.round(value).toLocaleString('en');
}

/** `3 d 4 h`, `5 min`. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** Local date and time of milliseconds since 1970, or of an ISO time. */
export function time(at: number | string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** `0x40001234`. */
export function serial(value: number): string {
  return `0x${value.toString(16)}`;
}
