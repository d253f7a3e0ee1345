/** Parts of a client version that is packed as `major << 24 | minor << 16 | revision << 8 | patch`. */
export function versionOf(major: number, minor: number, revision: number, patch = 0): number {
  return ((major << 24) | (minor << 16) | (revision << 8) | patch) >>> 0;
}
