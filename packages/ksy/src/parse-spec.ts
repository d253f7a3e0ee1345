import { parseExpression } from './expression.ts';
import type { Attr, EnumDef, EnumValue, Frame, Instance, Param, Spec, TypeDef } from './model.ts';
import { ATTR_KEYS, type Defaults, parseAttr, parseType } from './parse-attr.ts';
import { fail, type Place } from './problem.ts';
import { type Node, parseYaml } from './yaml-node.ts';

const TYPE_KEYS = ['meta', 'doc', 'doc-ref', 'params', 'seq', 'instances', 'types', 'enums'];
const META_KEYS = [
  'id',
  'title',
  'endian',
  'bit-endian',
  'encoding',
  'imports',
  'file-extension',
  'application',
];
const META_WORDS = ['license', 'ks-version', 'xref', 'tags'];
const ID = /^[a-z][a-z0-9_]*$/;

/** A file as parsed: its imports are names yet. */
export interface ParsedSpec {
  readonly spec: Spec;
  readonly importPaths: readonly { readonly path: string; readonly place: Place }[];
}

export function parseSpec(file: string, text: string): ParsedSpec {
  const node = parseYaml(file, text);
  const keys = node.known([...TYPE_KEYS, '-frames'], 'a description');
  const meta = keys.get('meta') ?? fail(node.place, `'meta' is missing`);
  const metaKeys = meta.known([...META_KEYS, ...META_WORDS], `'meta'`);
  const id = metaKeys.get('id')?.text() ?? fail(meta.place, `'id' of 'meta' is missing`);
  const spec: Spec & { root: TypeDef | null } = {
    file,
    id,
    root: null as unknown as TypeDef,
    imports: new Map(),
    frames: keys.has('-frames') ? framesOf(keys.get('-frames')!) : null,
  };
  const defaults = metaDefaults(metaKeys, { endian: null, encoding: null });
  spec.root = parseTypeDef(id, node, keys, spec, null, defaults);
  const importPaths = (metaKeys.get('imports')?.list() ?? []).map((item) => ({
    path: item.text(),
    place: item.place,
  }));
  return { spec, importPaths };
}

function metaDefaults(keys: Map<string, Node>, outer: Defaults): Defaults {
  const endian = keys.get('endian');
  if (endian?.isMap) fail(endian.place, 'a byte order that is chosen while reading is not supported');
  const order = endian?.text() ?? outer.endian;
  if (order !== null && order !== 'be' && order !== 'le')
    fail(endian!.place, `byte order '${order}' is not supported`);
  const bits = keys.get('bit-endian');
  if (bits !== undefined && bits.text() !== 'be') fail(bits.place, 'little-endian bits are not supported');
  return { endian: order, encoding: keys.get('encoding')?.text() ?? outer.encoding };
}

function framesOf(node: Node): Map<number, Frame> {
  const frames = new Map<number, Frame>();
  for (const [key, value] of node.entries()) {
    const id = Number(key);
    if (!Number.isInteger(id) || id < 0 || id > 255) fail(value.place, `'${key}' is not the id of a packet`);
    const text = value.isMap ? value.known(['expr'], 'a frame length').get('expr')!.text() : value.text();
    frames.set(id, { place: value.place, length: parseExpression(text, value.place) });
  }
  return frames;
}

function parseTypeDef(
  name: string,
  node: Node,
  keys: Map<string, Node>,
  spec: Spec,
  outer: TypeDef | null,
  defaults: Defaults,
): TypeDef {
  const seqIds = new Set<string>();
  const def: TypeDef & { enums: Map<string, EnumDef> } = {
    name,
    spec,
    place: node.place,
    doc: keys.get('doc')?.text().trim() ?? '',
    outer,
    params: (keys.get('params')?.list() ?? []).map((param) => parseParam(param, seqIds)),
    seq: (keys.get('seq')?.list() ?? []).map((item) => parseSeqEntry(item, seqIds, defaults)),
    instances: new Map(
      (keys.get('instances')?.entries() ?? []).map((entry) => parseInstance(entry, seqIds, defaults)),
    ),
    types: new Map(),
    enums: new Map(),
  };
  for (const [id, value] of keys.get('enums')?.entries() ?? [])
    def.enums.set(id, parseEnum(id, value, spec, def));
  for (const [id, value] of keys.get('types')?.entries() ?? []) {
    if (!ID.test(id)) fail(value.place, `'${id}' is not a name for a type`);
    const inner = value.known(TYPE_KEYS, `type '${id}'`);
    const meta = inner.get('meta')?.known(['endian', 'bit-endian', 'encoding'], `'meta' of type '${id}'`);
    def.types.set(id, parseTypeDef(id, value, inner, spec, def, metaDefaults(meta ?? new Map(), defaults)));
  }
  return def;
}

function claim(id: string, place: Place, taken: Set<string>): string {
  if (!ID.test(id)) fail(place, `'${id}' is not a name: lower-case letters, digits and underscores`);
  if (taken.has(id)) fail(place, `'${id}' is there already`);
  taken.add(id);
  return id;
}

function parseParam(node: Node, taken: Set<string>): Param {
  const keys = node.known(['id', 'type', 'doc', 'doc-ref'], 'a parameter');
  const id = claim(keys.get('id')?.text() ?? fail(node.place, 'a parameter needs an id'), node.place, taken);
  const name = keys.get('type')?.text() ?? fail(node.place, `parameter '${id}' needs a type`);
  const doc = keys.get('doc')?.text().trim() ?? '';
  const { place } = node;
  if (name === 'bool' || name === 'str') return { id, place, doc, type: { kind: name } };
  const type = parseType(name, place, { endian: 'be', encoding: null }, place);
  if (type.kind !== 'integer' && type.kind !== 'float') {
    fail(place, `a parameter of type '${name}' is not supported`);
  }
  return { id, place, doc, type };
}

function parseSeqEntry(node: Node, taken: Set<string>, defaults: Defaults): Attr {
  const keys = node.known(ATTR_KEYS, 'an entry of a sequence');
  const id = keys.get('id')?.text() ?? fail(node.place, 'an entry of a sequence needs an id');
  return parseAttr(claim(id, node.place, taken), node, keys, defaults);
}

function parseInstance(
  [id, node]: [string, Node],
  taken: Set<string>,
  defaults: Defaults,
): [string, Instance] {
  claim(id, node.place, taken);
  const { place } = node;
  const all = node.entries().map(([key]) => key);
  if (all.includes('value')) {
    const keys = node.known(['value', 'if', 'enum', 'doc', 'doc-ref'], `instance '${id}'`);
    const value = keys.get('value')!;
    const when = keys.get('if');
    return [
      id,
      {
        kind: 'value',
        id,
        place,
        doc: keys.get('doc')?.text().trim() ?? '',
        value: parseExpression(value.text(), value.place),
        when: when === undefined ? null : parseExpression(when.text(), when.place),
        enumPath: keys.get('enum')?.text().split('::') ?? null,
      },
    ];
  }
  const keys = node.known(['pos', ...ATTR_KEYS], `instance '${id}'`);
  const at = keys.get('pos');
  const position = at === undefined ? null : parseExpression(at.text(), at.place);
  return [id, { kind: 'position', id, place, position, attr: parseAttr(id, node, keys, defaults) }];
}

function parseEnum(name: string, node: Node, spec: Spec, outer: TypeDef): EnumDef {
  if (!ID.test(name)) fail(node.place, `'${name}' is not a name for an enum`);
  const values = node.entries().map(([key, value]): EnumValue => {
    const inner = value.isMap ? value.known(['id', 'doc', 'doc-ref'], `a value of enum '${name}'`) : null;
    const id = (inner?.get('id') ?? value).text();
    if (!ID.test(id)) fail(value.place, `'${id}' is not a name for a value of an enum`);
    const number = parseExpression(key, value.place);
    const negative = number.kind === 'unary' && number.operator === '-' && number.of.kind === 'integer';
    if (number.kind !== 'integer' && !negative) fail(value.place, `'${key}' is not a whole number`);
    const magnitude = number.kind === 'integer' ? number.value : -(number.of as { value: bigint }).value;
    return { name: id, value: magnitude, doc: inner?.get('doc')?.text().trim() ?? '' };
  });
  return { name, spec, place: node.place, outer, values };
}
