/** Actions that a body's files have room for, by its number: monsters, animals, people. Source: reference section 20.13. */
export function bodyActions(body: number): number {
  if (body < 200) return 22;
  return body < 400 ? 13 : 35;
}
