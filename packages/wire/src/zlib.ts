// The package knows no Node but for this file; types for it come by reference, so that no other file gets them unasked.
/// <reference types="node" />
import { deflateSync, inflateSync } from 'node:zlib';
import { WireError } from './error.ts';

/** Unpacks zlib data that becomes at most `most` bytes: a small packet must not become a large one. */
export function inflate(bytes: Uint8Array, most: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: most });
  } catch {
    throw new WireError('GMG_WIRE_BAD_DATA', 'packed data is damaged or too long');
  }
}

export function deflate(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes);
}
