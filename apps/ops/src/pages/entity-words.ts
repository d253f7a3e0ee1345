const FEW = 24;

/** A field's name as words: `createdMs` is `created (ms)`, `logoutX` is `logout x`. */
export function fieldTitle(field: string): string {
  return field
    .replace(/Ms$/, ' (ms)')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

/** A value of a field as a text. */
export function wordsOf(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return wordsOfList(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Of a long list of numbers only those that are not 0. */
function wordsOfList(values: readonly unknown[]): string {
  if (values.length === 0) return 'none';
  if (values.length <= FEW || values.some((each) => typeof each !== 'number')) return JSON.stringify(values);
  const told = values.flatMap((each, i) => (each === 0 ? [] : [`${i}: ${each}`]));
  return told.length === 0
    ? `${values.length} times 0`
    : `${told.join(', ')}; the others of ${values.length} are 0`;
}
