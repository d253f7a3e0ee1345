/** Does a page come from where it connects to, or from where the operator says? The port counts, the scheme does not: a proxy adds TLS. */
export function isOurs(origin: string, host: string | undefined, origins: readonly string[]): boolean {
  if (origins.includes(origin)) return true;
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
