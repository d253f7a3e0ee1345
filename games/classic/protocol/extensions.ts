/** Magic number of a client that knows the extension protocol, and of nobody else. */
export const EXTENSION_MAGIC = 0x42;
/** The only protocol version that is spoken, and the one layout that all packets have. */
export const PROTOCOL_VERSION = 7;
export const LAYOUT = 0;
/** Letters of a text field. */
export const TEXT_LENGTH = 64;
/** The set of further blocks that is used: 50 to 65. */
export const BLOCK_LEVEL = 1;

/** Extensions of the protocol that both sides have to know to use them, with their versions. */
export const extensions = {
  ClickDistance: 1,
  CustomBlocks: 1,
  EmoteFix: 1,
  EnvColors: 1,
  ExtPlayerList: 2,
  FullCP437: 1,
  LongerMessages: 1,
  MessageTypes: 1,
  TwoWayPing: 1,
} as const;

export type Extension = keyof typeof extensions;

export function isExtension(name: string): name is Extension {
  return Object.hasOwn(extensions, name);
}
