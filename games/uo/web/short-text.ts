const encoder = new TextEncoder();

/** As much of a text as fits into so many bytes of UTF-8: 255 where its length has one byte. */
export function shortText(text: string, bytes = 255): string {
  // No letter takes more than three bytes for each of its units.
  if (text.length * 3 <= bytes) return text;
  const { read } = encoder.encodeInto(text, new Uint8Array(bytes));
  return text.slice(0, read);
}
