/** The value of a text that may be damaged or not JSON at all: null then, for a schema to refuse. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
