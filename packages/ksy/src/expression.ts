import { fail, type Place } from './problem.ts';

/** An expression of the Kaitai language, parsed. `text` of a number keeps its notation. */
export type Expression =
  | { readonly kind: 'integer'; readonly value: bigint; readonly text: string }
  | { readonly kind: 'float'; readonly text: string }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'enum'; readonly path: readonly string[] }
  | { readonly kind: 'unary'; readonly operator: '-' | '~' | 'not'; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'choice';
      readonly when: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly of: Expression; readonly index: Expression };

export type BinaryOperator =
  | 'or'
  | 'and'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '|'
  | '^'
  | '&'
  | '<<'
  | '>>'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%';

/** From weakest to strongest. Unlike in JavaScript, bit operators bind more strongly than comparisons. */
const levels: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];
const COMPARISON = 2;

const TOKEN =
  /\s*(?:(0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?)|([A-Za-z_]\w*)|('[^']*'|"(?:\\.|[^"\\])*")|(::|<<|>>|<=|>=|==|!=|[-+*/%&|^~<>()[\].?:,]))/y;

type Token =
  | { readonly kind: 'number' | 'word' | 'quoted' | 'sign'; readonly text: string }
  | { readonly kind: 'end'; readonly text: '' };

const END: Token = { kind: 'end', text: '' };

function tokens(text: string, place: Place): Token[] {
  const list: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length && text.slice(TOKEN.lastIndex).trim() !== '') {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) fail(place, `cannot read '${text.slice(at).trim()}' in expression '${text}'`);
    if (match[1] !== undefined) list.push({ kind: 'number', text: match[1] });
    else if (match[2] !== undefined) list.push({ kind: 'word', text: match[2] });
    else if (match[3] !== undefined) list.push({ kind: 'quoted', text: match[3] });
    else list.push({ kind: 'sign', text: match[4]! });
  }
  return list;
}

/** Parses `text`; what is not an expression of the supported language is an error at `place`. */
export function parseExpression(text: string, place: Place): Expression {
  return new Parser(text, place).whole();
}

/** Parses what may follow a type's name: `(a, b + 1)`. */
export function parseArguments(text: string, place: Place): Expression[] {
  return text.trim() === '' ? [] : new Parser(text, place).list();
}

class Parser {
  readonly #text: string;
  readonly #place: Place;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(text: string, place: Place) {
    this.#text = text;
    this.#place = place;
    this.#tokens = tokens(text, place);
  }

  whole(): Expression {
    const found = this.#choice();
    if (this.#peek() !== END) this.#wrong();
    return found;
  }

  list(): Expression[] {
    const found = [this.#choice()];
    while (this.#takes(',')) found.push(this.#choice());
    if (this.#peek() !== END) this.#wrong();
    return found;
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? END;
  }

  #takes(text: string): boolean {
    const token = this.#peek();
    if (token.kind === 'quoted' || token.text !== text) return false;
    this.#next++;
    return true;
  }

  #expect(text: string): void {
    if (!this.#takes(text)) this.#wrong();
  }

  #wrong(): never {
    const { text } = this.#peek();
    return fail(
      this.#place,
      `${text === '' ? 'unexpected end' : `unexpected '${text}'`} in expression '${this.#text}'`,
    );
  }

  #choice(): Expression {
    const when = this.#binary(0);
    if (!this.#takes('?')) return when;
    const then = this.#choice();
    this.#expect(':');
    return { kind: 'choice', when, then, otherwise: this.#choice() };
  }

  #binary(level: number): Expression {
    const operators = levels[level];
    if (operators === undefined) return this.#factor();
    if (level === COMPARISON && this.#takes('not'))
      return { kind: 'unary', operator: 'not', of: this.#binary(level) };
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = operators.find((candidate) => this.#takes(candidate));
      if (operator === undefined) return left;
      left = { kind: 'binary', operator, left, right: this.#binary(level + 1) };
    }
  }

  #factor(): Expression {
    if (this.#takes('-')) return { kind: 'unary', operator: '-', of: this.#factor() };
    if (this.#takes('+')) return this.#factor();
    if (this.#takes('~')) return { kind: 'unary', operator: '~', of: this.#factor() };
    let of = this.#atom();
    for (;;) {
      if (this.#takes('.')) {
        const { kind, text: name } = this.#peek();
        if (kind !== 'word') this.#wrong();
        this.#next++;
        if (this.#peek().text === '(') fail(this.#place, `method '${name}' with arguments is not supported`);
        if (name === 'as' && this.#peek().text === '<') fail(this.#place, 'casts are not supported');
        of = { kind: 'member', of, name };
      } else if (this.#takes('[')) {
        of = { kind: 'index', of, index: this.#choice() };
        this.#expect(']');
      } else return of;
    }
  }

  #atom(): Expression {
    const { kind, text } = this.#peek();
    if (this.#takes('(')) {
      const inner = this.#choice();
      this.#expect(')');
      return inner;
    }
    this.#next++;
    switch (kind) {
      case 'number':
        return /^\d[\d_]*(\.|[eE])/.test(text)
          ? { kind: 'float', text: text.replaceAll('_', '') }
          : { kind: 'integer', value: BigInt(text.replaceAll('_', '')), text: text.replaceAll('_', '') };
      case 'quoted':
        return { kind: 'text', value: text.startsWith("'") ? text.slice(1, -1) : this.#unescape(text) };
      case 'word':
        return this.#word(text);
      default:
        this.#next--;
        if (text === '[') fail(this.#place, 'lists in expressions are not supported');
        return this.#wrong();
    }
  }

  #word(text: string): Expression {
    if (text === 'true' || text === 'false') return { kind: 'bool', value: text === 'true' };
    if ((text === 'sizeof' || text === 'bitsizeof') && this.#peek().text === '<') {
      fail(this.#place, `'${text}' is not supported`);
    }
    if (this.#peek().text !== '::') return { kind: 'name', name: text };
    const path = [text];
    while (this.#takes('::')) {
      const word = this.#peek();
      if (word.kind !== 'word') this.#wrong();
      path.push(word.text);
      this.#next++;
    }
    return { kind: 'enum', path };
  }

  #unescape(quoted: string): string {
    const named: Record<string, string> = {
      a: '\x07',
      b: '\b',
      t: '\t',
      n: '\n',
      v: '\v',
      f: '\f',
      r: '\r',
      e: '\x1b',
    };
    return quoted.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|[0-7]{1,3}|.)/g, (_, code: string) => {
      if (code.length === 5) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
      if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
      const letter = named[code] ?? (/["'\\]/.test(code) ? code : undefined);
      return letter ?? fail(this.#place, `escape '\\${code}' is not supported`);
    });
  }
}

/** Every part of an expression, itself first. */
export function* parts(expression: Expression): Generator<Expression> {
  yield expression;
  switch (expression.kind) {
    case 'unary':
      yield* parts(expression.of);
      break;
    case 'binary':
      yield* parts(expression.left);
      yield* parts(expression.right);
      break;
    case 'choice':
      yield* parts(expression.when);
      yield* parts(expression.then);
      yield* parts(expression.otherwise);
      break;
    case 'member':
      yield* parts(expression.of);
      break;
    case 'index':
      yield* parts(expression.of);
      yield* parts(expression.index);
      break;
  }
}
