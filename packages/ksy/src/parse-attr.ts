import { type Expression, parseArguments, parseExpression } from './expression.ts';
import type { Attr, AttrType, FloatType, Notes, PlainType, Repeat, Rule, SwitchType } from './model.ts';
import { fail, type Place, suggestion } from './problem.ts';
import { type Node, parseYaml } from './yaml-node.ts';

/** What a type inherits from the `meta` around it. */
export interface Defaults {
  readonly endian: 'be' | 'le' | null;
  readonly encoding: string | null;
}

const NOTE_KEYS = ['-derive', '-sentinel', '-presence', '-max', '-rand', '-default'];

export const ATTR_KEYS = [
  'id',
  'doc',
  'doc-ref',
  'type',
  'repeat',
  'repeat-expr',
  'repeat-until',
  'if',
  'size',
  'size-eos',
  'terminator',
  'include',
  'consume',
  'eos-error',
  'pad-right',
  'encoding',
  'contents',
  'process',
  'enum',
  'valid',
  ...NOTE_KEYS,
];

const encodings: Readonly<Record<string, string>> = {
  ASCII: 'ASCII',
  'UTF-8': 'UTF-8',
  'UTF-16BE': 'UTF-16BE',
  'UTF-16LE': 'UTF-16LE',
  'WINDOWS-1252': 'windows-1252',
};

const NO_NOTES: Notes = {
  derive: null,
  sentinel: null,
  presence: false,
  max: null,
  rand: null,
  preset: null,
};

/** Reads one entry of `seq`, or what an instance at a position holds. */
export function parseAttr(id: string, node: Node, keys: Map<string, Node>, defaults: Defaults): Attr {
  const { place } = node;
  const flag = (key: string, otherwise: boolean): boolean => keys.get(key)?.flag() ?? otherwise;
  const contents = keys.has('contents') ? contentBytes(keys.get('contents')!) : null;
  const type = attrType(keys, defaults, place);
  const process = keys.get('process');
  if (process !== undefined && process.text() !== 'zlib') {
    fail(process.place, `process '${process.text()}' is not supported, only 'zlib'`);
  }
  const attr: Attr = {
    id,
    place,
    doc: keys.get('doc')?.text().trim() ?? '',
    type,
    repeat: repeatOf(keys, place),
    when: expression(keys.get('if')),
    size: expression(keys.get('size')),
    sizeEos: flag('size-eos', false),
    terminator: byteValue(keys.get('terminator')),
    include: flag('include', false),
    consume: flag('consume', true),
    eosError: flag('eos-error', true),
    padRight: byteValue(keys.get('pad-right')),
    encoding: usesText(type) ? encodingOf(keys.get('encoding'), defaults, place) : '',
    contents,
    zlib: process !== undefined,
    enumPath: keys.get('enum')?.text().split('::') ?? null,
    rule: ruleOf(keys.get('valid')),
    notes: notesOf(id, keys),
  };
  checkForm(attr);
  return attr;
}

function usesText(type: AttrType): boolean {
  return type.kind === 'str' || (type.kind === 'switch' && type.cases.some((one) => one.type.kind === 'str'));
}

function usesBytes(type: AttrType): boolean {
  return (
    type.kind === 'str' ||
    type.kind === 'bytes' ||
    type.kind === 'user' ||
    (type.kind === 'switch' && type.cases.some((one) => one.type.kind !== 'integer'))
  );
}

/** Combinations that mean nothing, or that the generator cannot do. */
function checkForm(attr: Attr): void {
  const { type, place, size, sizeEos, terminator, zlib } = attr;
  const sized = size !== null || sizeEos;
  if ((sized || terminator !== null || attr.padRight !== null) && !usesBytes(type)) {
    fail(place, `'${attr.id}' is a number: it has no size, terminator or padding`);
  }
  if (size !== null && sizeEos) fail(place, `'${attr.id}' has both 'size' and 'size-eos'`);
  if (type.kind === 'bytes' && attr.contents === null && !sized && terminator === null) {
    fail(place, `'${attr.id}' has no type: bytes need 'size', 'size-eos', 'terminator' or 'contents'`);
  }
  if (type.kind === 'str' && !type.zero && !sized && terminator === null) {
    fail(place, `'${attr.id}' is text without 'size', 'size-eos' or 'terminator'`);
  }
  if (type.kind === 'switch' && (terminator !== null || attr.padRight !== null)) {
    fail(place, `'terminator' and 'pad-right' of a switch are not supported`);
  }
  if (zlib && (!sized || (type.kind !== 'bytes' && type.kind !== 'user'))) {
    fail(place, `'process' is supported for sized bytes and described types only`);
  }
  if (zlib && terminator !== null) fail(place, `'process' with a terminator is not supported`);
  if (
    attr.contents !== null &&
    (sized || terminator !== null || attr.repeat !== null || type.kind !== 'bytes')
  ) {
    fail(place, `'contents' goes with 'if' and 'doc' only`);
  }
  if (attr.encoding.startsWith('UTF-16') && terminator !== null) {
    fail(place, `a terminator of UTF-16 text is supported by 'strz' only`);
  }
  if (
    type.kind === 'str' &&
    type.zero &&
    (attr.include || !attr.consume) &&
    attr.encoding.startsWith('UTF-16')
  ) {
    fail(place, `'include' and 'consume' of UTF-16 text are not supported`);
  }
  if (attr.enumPath !== null && type.kind === 'integer' && type.bytes === 8) {
    fail(place, `'enum' of a number of 8 bytes is not supported`);
  }
  if (attr.enumPath !== null && type.kind !== 'integer' && type.kind !== 'bits') {
    fail(place, `'enum' of something that is no integer is not supported`);
  }
}

function expression(node: Node | undefined): Expression | null {
  return node === undefined ? null : parseExpression(node.text(), node.place);
}

function byteValue(node: Node | undefined): number | null {
  if (node === undefined) return null;
  const value = node.integer();
  if (value < 0 || value > 255) fail(node.place, 'a byte is expected here');
  return value;
}

function encodingOf(node: Node | undefined, defaults: Defaults, place: Place): string {
  const name = node?.text() ?? defaults.encoding;
  if (name === null) fail(place, `text without an encoding: give 'encoding' here or in 'meta'`);
  const found = encodings[name.toUpperCase()];
  if (found === undefined) {
    fail(place, `encoding '${name}' is not supported${suggestion(name, Object.keys(encodings))}`);
  }
  return found;
}

function repeatOf(keys: Map<string, Node>, place: Place): Repeat | null {
  const kind = keys.get('repeat')?.text();
  const count = expression(keys.get('repeat-expr'));
  const until = expression(keys.get('repeat-until'));
  switch (kind) {
    case undefined:
      if (count !== null || until !== null) fail(place, `'repeat-expr' and 'repeat-until' need 'repeat'`);
      return null;
    case 'eos':
      return { kind };
    case 'expr':
      return count === null ? fail(place, `'repeat: expr' needs 'repeat-expr'`) : { kind, count };
    case 'until':
      return until === null ? fail(place, `'repeat: until' needs 'repeat-until'`) : { kind, until };
    default:
      return fail(place, `repeat '${kind}' is not supported${suggestion(kind, ['expr', 'eos', 'until'])}`);
  }
}

function attrType(keys: Map<string, Node>, defaults: Defaults, place: Place): AttrType {
  const node = keys.get('type');
  if (node === undefined) return { kind: 'bytes' };
  return node.isMap ? switchType(node, defaults) : parseType(node.text(), node.place, defaults, place);
}

function switchType(node: Node, defaults: Defaults): SwitchType {
  const keys = node.known(['switch-on', 'cases'], 'a type');
  const on = expression(keys.get('switch-on')) ?? fail(node.place, `a switch needs 'switch-on'`);
  const cases = (keys.get('cases')?.entries() ?? []).map(([key, type]) => ({
    key: key === '_' ? null : parseExpression(key, type.place),
    place: type.place,
    type: parseType(type.text(), type.place, defaults, type.place),
  }));
  return { kind: 'switch', on, cases };
}

/** Reads the name of a type. */
export function parseType(text: string, place: Place, defaults: Defaults, at: Place): PlainType {
  if (text === 'str' || text === 'strz') return { kind: 'str', zero: text === 'strz' };
  const integer = /^([us])([1248])(be|le)?$/.exec(text);
  if (integer !== null) {
    const bytes = Number(integer[2]) as 1 | 2 | 4 | 8;
    const endian =
      bytes === 1 ? '' : ((integer[3] as 'be' | 'le' | undefined) ?? defaultEndian(defaults, at, text));
    return { kind: 'integer', bytes, signed: integer[1] === 's', endian };
  }
  const float = /^f([48])(be|le)?$/.exec(text);
  if (float !== null) {
    const endian = (float[2] as FloatType['endian'] | undefined) ?? defaultEndian(defaults, at, text);
    return { kind: 'float', bytes: Number(float[1]) as 4 | 8, endian };
  }
  const bits = /^b(\d+)(be|le)?$/.exec(text);
  if (bits !== null) {
    const count = Number(bits[1]);
    if (bits[2] === 'le') fail(place, `little-endian bits ('${text}') are not supported`);
    if (count < 1 || count > 32) fail(place, `'${text}': groups of 1 to 32 bits are supported`);
    return { kind: 'bits', count };
  }
  const user = /^([a-z]\w*(?:::[a-z]\w*)*)\s*(?:\((.*)\))?$/s.exec(text);
  if (user === null) fail(place, `type '${text}' is not supported`);
  return { kind: 'user', path: user[1]!.split('::'), args: parseArguments(user[2] ?? '', place) };
}

function defaultEndian(defaults: Defaults, place: Place, text: string): 'be' | 'le' {
  return (
    defaults.endian ??
    fail(place, `'${text}' without byte order: write '${text}be' or give 'endian' in 'meta'`)
  );
}

function contentBytes(node: Node): readonly number[] {
  if (node.isText) return [...new TextEncoder().encode(node.text())];
  if (!node.isList) fail(node.place, `'contents' is a text or a list of bytes`);
  return node
    .list()
    .flatMap((item) => (item.isText ? [...new TextEncoder().encode(item.text())] : [item.integer()]));
}

function ruleOf(node: Node | undefined): Rule | null {
  if (node === undefined) return null;
  if (!node.isMap) return { kind: 'equal', value: parseExpression(node.text(), node.place) };
  const keys = node.known(['eq', 'min', 'max', 'any-of', 'expr', 'in-enum'], `'valid'`);
  const equal = expression(keys.get('eq'));
  if (equal !== null) return { kind: 'equal', value: equal };
  const rule = expression(keys.get('expr'));
  if (rule !== null) return { kind: 'expression', rule };
  const anyOf = keys.get('any-of');
  if (anyOf !== undefined) {
    return { kind: 'any-of', values: anyOf.list().map((item) => parseExpression(item.text(), item.place)) };
  }
  if (keys.get('in-enum')?.flag() === true) return { kind: 'in-enum' };
  return { kind: 'range', min: expression(keys.get('min')), max: expression(keys.get('max')) };
}

function notesOf(id: string, keys: Map<string, Node>): Notes {
  if (!NOTE_KEYS.some((key) => keys.has(key))) return NO_NOTES;
  const presence = keys.get('-presence');
  if (presence !== undefined && presence.text() !== id) {
    fail(presence.place, `'-presence' names the entry itself: '${id}'`);
  }
  const preset = keys.get('-default');
  return {
    derive: deriveOf(keys.get('-derive')),
    sentinel: sentinelOf(keys.get('-sentinel')),
    presence: presence !== undefined,
    max: keys.get('-max')?.integer() ?? null,
    rand: keys.get('-rand')?.list().map(bigInteger) ?? null,
    preset: preset === undefined ? null : preset.isNumber ? bigInteger(preset) : preset.text(),
  };
}

function bigInteger(node: Node): bigint {
  const text = node.text();
  if (!/^-?\d+$|^0x[0-9a-f]+$/i.test(text)) fail(node.place, 'a whole number is expected here');
  return text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text);
}

function deriveOf(node: Node | undefined): Notes['derive'] {
  if (node === undefined) return null;
  const [kind, of, ...rest] = node.text().split(/\s+/);
  if (rest.length === 0 && kind === 'frame' && of === undefined) return { kind };
  if (rest.length === 0 && kind === 'unpacked' && of !== undefined) return { kind, of };
  return fail(node.place, `'-derive' is 'frame' or 'unpacked NAME'`);
}

/** Given as a text, so that other readers of the file see a plain value: `'{serial: 0}'`. */
function sentinelOf(node: Node | undefined): Notes['sentinel'] {
  if (node === undefined) return null;
  const map = node.isText ? parseYaml(node.place.file, node.text()) : node;
  const [entry, ...rest] = map.isMap ? map.entries() : [];
  if (entry === undefined || rest.length > 0) fail(node.place, `'-sentinel' is '{FIELD: VALUE}'`);
  return { field: entry[0], value: bigInteger(entry[1]) };
}
