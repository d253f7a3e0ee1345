/** Host, port and path of an address, without user and password: for messages and logs. */
export function placeOf(url: string): string {
  return url
    .replace(/^[^:]+:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/\?.*$/, '')
    .replace(/\/$/, '');
}
