export { clientGameCipher, clientLoginCipher, type GameEncryption, gameEncryptionOf } from './game-cipher.ts';
export {
  Handshake,
  type HandshakeRefusal,
  type HandshakeResult,
  type KnownKey,
  type Opening,
} from './handshake.ts';
export { compressInto, Decompressor, maxCompressedLength } from './huffman.ts';
export type { CipherPair, StreamCipher } from './stream-cipher.ts';
