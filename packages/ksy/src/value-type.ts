import type { EnumDef, IntegerType, Param, TypeDef } from './model.ts';

/** What kind of value an expression has. Whole numbers carry their range, so that the right operators can be emitted. */
export type ValueType =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  /** A whole number of 8 bytes: a bigint. */
  | { readonly kind: 'big' }
  | { readonly kind: 'float' }
  | { readonly kind: 'bool' }
  | { readonly kind: 'str' }
  | { readonly kind: 'bytes' }
  | { readonly kind: 'enum'; readonly def: EnumDef }
  | { readonly kind: 'list'; readonly of: ValueType }
  /** `form`: as a reader gives it, or as a writer takes it. */
  | { readonly kind: 'object'; readonly def: TypeDef; readonly form: 'out' | 'in' }
  /** One of several types, by a switch. */
  | { readonly kind: 'mixed' }
  | { readonly kind: 'io' }
  | { readonly kind: 'parent'; readonly levels: number }
  | { readonly kind: 'root' };

export const ANY_INTEGER: ValueType = { kind: 'integer', min: -Infinity, max: Infinity };
export const COUNT: ValueType = { kind: 'integer', min: 0, max: 0x7fffffff };
export const BYTE: ValueType = { kind: 'integer', min: 0, max: 255 };

export function integerValue({ bytes, signed }: IntegerType): ValueType {
  if (bytes === 8) return { kind: 'big' };
  const span = 2 ** (bytes * 8);
  return signed
    ? { kind: 'integer', min: -span / 2, max: span / 2 - 1 }
    : { kind: 'integer', min: 0, max: span - 1 };
}

export function paramValue({ type }: Param): ValueType {
  return type.kind === 'integer' ? integerValue(type) : { kind: type.kind };
}

/** TypeScript for a plain kind of value. */
export function plainTypeScript(type: ValueType): string {
  switch (type.kind) {
    case 'integer':
    case 'float':
    case 'enum':
      return 'number';
    case 'big':
      return 'bigint';
    case 'bool':
      return 'boolean';
    case 'str':
      return 'string';
    case 'bytes':
      return 'Uint8Array';
    default:
      throw new Error(`${type.kind} is no plain kind of value`);
  }
}

/** Its name in messages. */
export function kindName(type: ValueType): string {
  const names: Partial<Record<ValueType['kind'], string>> = {
    big: 'a number of 8 bytes',
    integer: 'a whole number',
    float: 'a fraction',
    bool: 'true or false',
    str: 'text',
    enum: 'a value of an enum',
    list: 'a list',
    object: 'an object',
    mixed: 'one of several types',
  };
  return names[type.kind] ?? type.kind;
}
