import type { BinaryOperator, Expression } from './expression.ts';
import { resolveEnum } from './load.ts';
import type { TypeDef } from './model.ts';
import { fail, type Place, suggestion } from './problem.ts';
import { ANY_INTEGER, BYTE, COUNT, kindName, type ValueType } from './value-type.ts';

/** TypeScript for an expression, how strongly its outermost operator binds, and what it is. */
export interface Emitted {
  readonly code: string;
  readonly strength: number;
  readonly type: ValueType;
}

/** What the names in an expression stand for. */
export interface Scope {
  readonly def: TypeDef;
  readonly place: Place;
  name(name: string): Emitted;
  /** A member of an object, a parent or the stream. */
  member(object: Emitted, name: string): Emitted;
}

const STRENGTH = {
  choice: 3,
  or: 4,
  and: 5,
  bits: 6,
  equality: 9,
  relation: 10,
  shift: 11,
  sum: 12,
  product: 13,
  power: 14,
  unary: 15,
  call: 20,
};
const BOOL: ValueType = { kind: 'bool' };

export function value(code: string, type: ValueType, strength = STRENGTH.call): Emitted {
  return { code, type, strength };
}

export function emitExpression(expression: Expression, scope: Scope): Emitted {
  const emit = (inner: Expression): Emitted => emitExpression(inner, scope);
  switch (expression.kind) {
    case 'integer':
      return integerLiteral(expression.value, expression.text);
    case 'float':
      return value(expression.text, { kind: 'float' });
    case 'bool':
      return value(String(expression.value), BOOL);
    case 'text':
      return value(quote(expression.value), { kind: 'str' });
    case 'name':
      return scope.name(expression.name);
    case 'enum':
      return enumMember(expression.path, scope);
    case 'unary':
      return unary(expression.operator, emit(expression.of), scope.place);
    case 'binary':
      return binary(expression.operator, emit(expression.left), emit(expression.right), scope.place);
    case 'choice':
      return choice(emit(expression.when), emit(expression.then), emit(expression.otherwise), scope.place);
    case 'member':
      return member(emit(expression.of), expression.name, scope);
    case 'index':
      return element(emit(expression.of), emit(expression.index), scope.place);
  }
}

/** The code of an expression that must be true or false. */
export function emitCondition(expression: Expression, scope: Scope): string {
  const emitted = emitExpression(expression, scope);
  if (emitted.type.kind !== 'bool')
    fail(scope.place, `a condition is true or false, not ${kindName(emitted.type)}`);
  return emitted.code;
}

/** The code of an expression that must be a whole number, such as a size. */
export function emitCount(expression: Expression, scope: Scope): string {
  const emitted = emitExpression(expression, scope);
  if (emitted.type.kind === 'big') return `Number(${emitted.code})`;
  if (emitted.type.kind !== 'integer')
    fail(scope.place, `a whole number is needed here, not ${kindName(emitted.type)}`);
  return emitted.code;
}

export function wrap({ code, strength }: Emitted, least: number): string {
  return strength < least ? `(${code})` : code;
}

/** A text as a literal in single quotes. */
export function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}

function integerLiteral(number: bigint, text: string): Emitted {
  if (number > BigInt(Number.MAX_SAFE_INTEGER)) return value(`${text}n`, { kind: 'big' });
  return value(text, { kind: 'integer', min: Number(number), max: Number(number) });
}

function enumMember(path: readonly string[], scope: Scope): Emitted {
  const name = path.at(-1)!;
  const def = resolveEnum(path.slice(0, -1), scope.def, scope.place);
  const found = def.values.find((each) => each.name === name);
  if (found === undefined) {
    fail(
      scope.place,
      `enum '${def.name}' has no '${name}'${suggestion(
        name,
        def.values.map((each) => each.name),
      )}`,
    );
  }
  return value(found.value < 0n ? `(${found.value})` : String(found.value), { kind: 'enum', def });
}

function unary(operator: '-' | '~' | 'not', of: Emitted, place: Place): Emitted {
  const { type } = of;
  if (operator === 'not') {
    if (type.kind !== 'bool') fail(place, `'not' of ${kindName(type)}`);
    return value(`!${wrap(of, STRENGTH.unary)}`, BOOL, STRENGTH.unary);
  }
  if (type.kind === 'float' && operator === '-')
    return value(`-${wrap(of, STRENGTH.unary)}`, type, STRENGTH.unary);
  if (type.kind !== 'integer') return fail(place, `'${operator}' of ${kindName(type)} is not supported`);
  const code = `-${wrap(of, STRENGTH.unary + 1)}`;
  if (operator === '-') return value(code, range(-type.max, -type.min), STRENGTH.unary);
  // Of a number of any width, as the language means it.
  return value(`${code} - 1`, range(-type.max - 1, -type.min - 1), STRENGTH.sum);
}

function range(min: number, max: number): ValueType {
  return { kind: 'integer', min, max };
}

const comparisons: ReadonlySet<BinaryOperator> = new Set(['==', '!=', '<', '<=', '>', '>=']);

function binary(operator: BinaryOperator, left: Emitted, right: Emitted, place: Place): Emitted {
  if (operator === 'and' || operator === 'or') {
    if (left.type.kind !== 'bool' || right.type.kind !== 'bool') {
      fail(place, `'${operator}' of ${kindName(left.type)} and ${kindName(right.type)}`);
    }
    const strength = operator === 'and' ? STRENGTH.and : STRENGTH.or;
    const sign = operator === 'and' ? '&&' : '||';
    return value(`${wrap(left, strength)} ${sign} ${wrap(right, strength + 1)}`, BOOL, strength);
  }
  if (comparisons.has(operator)) return comparison(operator, left, right, place);
  if (left.type.kind === 'str' && right.type.kind === 'str' && operator === '+') {
    return value(
      `${wrap(left, STRENGTH.sum)} + ${wrap(right, STRENGTH.sum + 1)}`,
      { kind: 'str' },
      STRENGTH.sum,
    );
  }
  const kinds = [left.type.kind, right.type.kind];
  if (kinds.includes('big') && kinds.every((kind) => kind === 'big' || kind === 'integer')) {
    return bigArithmetic(operator, left, right, place);
  }
  if (kinds.includes('float') && kinds.every((kind) => kind === 'float' || kind === 'integer')) {
    return floatArithmetic(operator, left, right, place);
  }
  if (left.type.kind !== 'integer' || right.type.kind !== 'integer') {
    return fail(
      place,
      `'${operator}' of ${kindName(left.type)} and ${kindName(right.type)} is not supported`,
    );
  }
  return arithmetic(operator, left, right, left.type, right.type, place);
}

function comparison(operator: BinaryOperator, left: Emitted, right: Emitted, place: Place): Emitted {
  const kind = ({ type }: Emitted): string =>
    type.kind === 'enum' || type.kind === 'float' ? 'integer' : type.kind;
  const isEquality = operator === '==' || operator === '!=';
  const comparable = ['integer', 'big', 'str', ...(isEquality ? ['bool'] : [])];
  const [a, b] = [kind(left), kind(right)];
  const mixed = (a === 'big' && b === 'integer') || (a === 'integer' && b === 'big');
  if ((a !== b && !mixed) || !comparable.includes(a)) {
    fail(place, `comparing ${kindName(left.type)} with ${kindName(right.type)} is not supported`);
  }
  const strength = isEquality ? STRENGTH.equality : STRENGTH.relation;
  const sign = isEquality ? `${operator}=` : operator;
  const side = (emitted: Emitted, least: number): string =>
    mixed && emitted.type.kind !== 'big' ? `BigInt(${emitted.code})` : wrap(emitted, least);
  return value(`${side(left, strength + 1)} ${sign} ${side(right, strength + 1)}`, BOOL, strength);
}

function bigArithmetic(operator: BinaryOperator, left: Emitted, right: Emitted, place: Place): Emitted {
  if (operator === '/' || operator === '%')
    fail(place, `'${operator}' of numbers of 8 bytes is not supported`);
  const side = ({ code, type }: Emitted): string => (type.kind === 'big' ? `(${code})` : `BigInt(${code})`);
  return value(`${side(left)} ${operator} ${side(right)}`, { kind: 'big' }, 0);
}

function floatArithmetic(operator: BinaryOperator, left: Emitted, right: Emitted, place: Place): Emitted {
  if (!['+', '-', '*', '/'].includes(operator)) fail(place, `'${operator}' of fractions is not supported`);
  const strength = operator === '+' || operator === '-' ? STRENGTH.sum : STRENGTH.product;
  return value(
    `${wrap(left, strength)} ${operator} ${wrap(right, strength + 1)}`,
    { kind: 'float' },
    strength,
  );
}

type Integer = ValueType & { kind: 'integer' };

function arithmetic(
  operator: BinaryOperator,
  left: Emitted,
  right: Emitted,
  a: Integer,
  b: Integer,
  place: Place,
): Emitted {
  const infix = (strength: number, type: ValueType): Emitted =>
    value(`${wrap(left, strength)} ${operator} ${wrap(right, strength + 1)}`, type, strength);
  switch (operator) {
    case '+':
      return infix(STRENGTH.sum, range(a.min + b.min, a.max + b.max));
    case '-':
      return infix(STRENGTH.sum, range(a.min - b.max, a.max - b.min));
    case '*': {
      const corners = [a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max];
      return infix(
        STRENGTH.product,
        corners.some(Number.isNaN) ? ANY_INTEGER : range(Math.min(...corners), Math.max(...corners)),
      );
    }
    case '/': {
      const code = `Math.floor(${wrap(left, STRENGTH.product)} / ${wrap(right, STRENGTH.product + 1)})`;
      const isPlain = a.min >= 0 && b.min >= 1;
      return value(code, isPlain ? range(0, Math.floor(a.max / b.min)) : ANY_INTEGER);
    }
    case '%':
      if (a.min >= 0 && b.min >= 1) return infix(STRENGTH.product, range(0, b.max - 1));
      return value(`modulo(${left.code}, ${right.code})`, b.min >= 1 ? range(0, b.max - 1) : ANY_INTEGER);
    case '<<': {
      if (b.min < 0) fail(place, 'a shift by a negative number');
      const by = b.min === b.max ? String(2 ** b.min) : `2 ** ${wrap(right, STRENGTH.power + 1)}`;
      return value(
        `${wrap(left, STRENGTH.product)} * ${by}`,
        range(Math.min(a.min, a.min * 2 ** b.max), a.max * 2 ** b.max),
        STRENGTH.product,
      );
    }
    case '>>': {
      if (b.min < 0) fail(place, 'a shift by a negative number');
      if (a.min >= 0 && a.max <= 0xffffffff && b.max <= 31) {
        return value(
          `${wrap(left, STRENGTH.shift)} >>> ${wrap(right, STRENGTH.shift + 1)}`,
          range(0, Math.floor(a.max / 2 ** b.min)),
          STRENGTH.shift,
        );
      }
      const by = b.min === b.max ? String(2 ** b.min) : `2 ** ${wrap(right, STRENGTH.power + 1)}`;
      return value(
        `Math.floor(${wrap(left, STRENGTH.product)} / ${by})`,
        range(Math.min(a.min, 0), Math.max(a.max, 0)),
      );
    }
    default:
      return bits(operator as '&' | '|' | '^', left, right, a, b);
  }
}

const INT_MAX = 0x7fffffff;
const UINT_MAX = 0xffffffff;

/** JavaScript has bit operators of 32 bits only, with a sign; the language has neither limit. */
function bits(operator: '&' | '|' | '^', left: Emitted, right: Emitted, a: Integer, b: Integer): Emitted {
  const [low, high] = [Math.min(a.min, b.min), Math.max(a.max, b.max)];
  const masked = operator === '&' && (a.min >= 0 || b.min >= 0);
  const bound = Math.min(a.min >= 0 ? a.max : Infinity, b.min >= 0 ? b.max : Infinity);
  const reach = high > UINT_MAX ? Infinity : 2 ** (32 - Math.clz32(high)) - 1;
  const type = masked ? range(0, bound) : low >= 0 ? range(0, reach) : ANY_INTEGER;
  const plain = `${wrap(left, STRENGTH.bits + 3)} ${operator} ${wrap(right, STRENGTH.bits + 3)}`;
  if (low >= -INT_MAX - 1 && high <= INT_MAX) return value(plain, type, STRENGTH.bits);
  if (low >= -INT_MAX - 1 && high <= UINT_MAX && (low >= 0 || masked)) {
    return value(`(${plain}) >>> 0`, type, STRENGTH.shift);
  }
  return value(`Number(BigInt(${left.code}) ${operator} BigInt(${right.code}))`, type);
}

function choice(when: Emitted, then: Emitted, otherwise: Emitted, place: Place): Emitted {
  if (when.type.kind !== 'bool') fail(place, `a condition is true or false, not ${kindName(when.type)}`);
  const type = common(then.type, otherwise.type);
  if (type === null)
    fail(place, `a choice between ${kindName(then.type)} and ${kindName(otherwise.type)} is not supported`);
  const code = `${wrap(when, STRENGTH.choice + 1)} ? ${wrap(then, STRENGTH.choice)} : ${wrap(otherwise, STRENGTH.choice)}`;
  return value(code, type, STRENGTH.choice);
}

function common(a: ValueType, b: ValueType): ValueType | null {
  if (a.kind === 'integer' && b.kind === 'integer')
    return range(Math.min(a.min, b.min), Math.max(a.max, b.max));
  const isFraction = [a.kind, b.kind].every((kind) => kind === 'float' || kind === 'integer');
  if (isFraction) return { kind: 'float' };
  if (a.kind === 'enum' && b.kind === 'enum') return a.def === b.def ? a : null;
  if (a.kind === 'object' && b.kind === 'object') return a.def === b.def ? a : null;
  return a.kind === b.kind && ['big', 'bool', 'str', 'bytes'].includes(a.kind) ? a : null;
}

function member(of: Emitted, name: string, scope: Scope): Emitted {
  const { type } = of;
  const code = wrap(of, STRENGTH.call);
  switch (type.kind) {
    case 'list':
    case 'bytes':
      return listMember(code, name, type.kind === 'list' ? type.of : BYTE, scope.place);
    case 'str':
      if (name === 'length') return value(`${code}.length`, COUNT);
      break;
    case 'enum':
      if (name === 'to_i') return value(code, ANY_INTEGER);
      break;
    case 'bool':
      if (name === 'to_i') return value(`Number(${of.code})`, range(0, 1));
      break;
    case 'integer':
    case 'big':
      if (name === 'to_s') return value(`String(${of.code})`, { kind: 'str' });
      break;
    case 'float':
      if (name === 'to_i') return value(`Math.trunc(${of.code})`, ANY_INTEGER);
      break;
    case 'mixed':
      return fail(scope.place, `'${name}' of something that is one of several types is not supported`);
    default:
      return scope.member({ ...of, code }, name);
  }
  return fail(scope.place, `'${name}' of ${kindName(type)} is not supported`);
}

function listMember(code: string, name: string, of: ValueType, place: Place): Emitted {
  switch (name) {
    case 'size':
    case 'length':
      return value(`${code}.length`, COUNT);
    case 'first':
      return value(`elementAt(${code}, 0)`, of);
    case 'last':
      return value(`elementAt(${code}, ${code}.length - 1)`, of);
    case 'min':
    case 'max':
      if (of.kind === 'integer' || of.kind === 'float') return value(`Math.${name}(...${code})`, of);
  }
  return fail(place, `'${name}' of a list of ${kindName(of)} is not supported`);
}

function element(of: Emitted, index: Emitted, place: Place): Emitted {
  if (of.type.kind !== 'list' && of.type.kind !== 'bytes') fail(place, `an element of ${kindName(of.type)}`);
  if (index.type.kind !== 'integer') fail(place, `an index is a whole number, not ${kindName(index.type)}`);
  return value(`elementAt(${of.code}, ${index.code})`, of.type.kind === 'list' ? of.type.of : BYTE);
}
