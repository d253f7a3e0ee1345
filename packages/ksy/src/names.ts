/** `walk_request` → `walkRequest`. */
export function camel(snake: string): string {
  return snake.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `walk_request` → `WalkRequest`. */
export function pascal(snake: string): string {
  const name = camel(snake);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `walk_request` → `walk-request`. */
export function kebab(snake: string): string {
  return snake.replaceAll('_', '-');
}

/** Words of the language, names of the emitted code itself, and what it imports from the runtime. */
const reserved = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false ' +
    'finally for function if implements import in instanceof interface let new null package private protected public return ' +
    'static super switch this throw true try typeof undefined var void while with yield ' +
    'r w v i rand start element plain ' +
    'agree beforeZero check deflate elementAt encodedLength ensure fits inflate modulo need textOf'
  ).split(' '),
);

/** A local variable for a field: its name, unless that is taken. */
export function local(snake: string): string {
  const name = camel(snake);
  return reserved.has(name) ? `${name}_` : name;
}

/** Types of the language and the runtime that a described type must not hide. */
const globals = new Set(
  (
    'Array ArrayLike BigInt Boolean Date Error Function Infinity Map Math NaN Number Object Promise Rand RangeError Reader ' +
    'Readonly Record RegExp Set String Symbol Uint8Array WireError Writer'
  ).split(' '),
);

/** A type's name in TypeScript. */
export function typeName(snake: string): string {
  const name = pascal(snake);
  return globals.has(name) ? `${name}Type` : name;
}
