import type { Analysis } from './analysis.ts';
import { hex } from './code.ts';
import { type Packet, packetsOf } from './emit-packets.ts';
import type { Expression } from './expression.ts';
import type { Attr, PlainType, Spec, TypeDef } from './model.ts';

/** A page that lists the packets of one side, then the fields of each. */
export function emitPacketPage(spec: Spec, analysis: Analysis): string {
  const packets = packetsOf(spec, analysis);
  const version = spec.root.params[0]?.id ?? null;
  const title = spec.id.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());
  const rows = packets.map(({ id, def, frame }) =>
    row([code(id), link(def), show(frame.length, version, lengthName), def.doc]),
  );
  const table = ['| id | packet | length in bytes | |', '| --- | --- | --- | --- |', ...rows].join('\n');
  const sections = packets.map((packet) => new Section(analysis, version).packet(packet));
  return `<!-- Generated from ${spec.file} by \`npm run gen\`. -->\n\n# ${title}s\n\n${spec.root.doc}\n\n${table}\n\n${sections.join('\n')}`;
}

/** A page about a file that describes records, each read with its own reader. */
export function emitRecordPage(spec: Spec, analysis: Analysis): string {
  const title = spec.id.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());
  const sections = new Section(analysis, null).records([...spec.root.types.values()]);
  return `<!-- Generated from ${spec.file} by \`npm run gen\`. -->\n\n# ${title}\n\n${spec.root.doc}\n\n${sections.join('\n')}`;
}

function code(id: number): string {
  return hex(id).toUpperCase().replace('X', 'x');
}

function link(def: TypeDef): string {
  return `[${def.name}](#${def.name})`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')).join(' | ')} |`;
}

function lengthName(value: bigint): string {
  return value === 0n ? 'variable' : String(value);
}

/** The description of one packet and of the types within it, each once. */
class Section {
  readonly #analysis: Analysis;
  readonly #version: string | null;
  readonly #seen = new Set<TypeDef>();

  constructor(analysis: Analysis, version: string | null) {
    this.#analysis = analysis;
    this.#version = version;
  }

  packet({ id, def }: Packet): string {
    return this.#type(def, `## ${def.name}\n\n${code(id)}`);
  }

  /** Each type, those that only stand in another one below the first of them. */
  records(defs: readonly TypeDef[]): string[] {
    const used = new Set(
      defs.flatMap((def) =>
        def.seq.flatMap((attr) =>
          this.#analysis.uses(attr).map((type) => this.#analysis.target(type, def, attr.place)),
        ),
      ),
    );
    return defs.filter((def) => !used.has(def)).map((def) => this.#type(def, `## ${def.name}`));
  }

  #type(def: TypeDef, heading: string): string {
    this.#seen.add(def);
    const rows = def.seq.map((attr) => row([attr.id, this.#kind(attr, def), this.#when(attr), attr.doc]));
    const table =
      rows.length === 0
        ? ['No fields.']
        : ['| field | type | when | |', '| --- | --- | --- | --- |', ...rows];
    const inner = def.seq.flatMap((attr) =>
      this.#analysis
        .uses(attr)
        .map((type) => this.#analysis.target(type, def, attr.place))
        .filter((target) => !this.#seen.has(target))
        .map((target) => this.#type(target, `### ${target.name}`)),
    );
    return `${heading}\n\n${def.doc}\n\n${table.join('\n')}\n${inner.map((each) => `\n${each}`).join('')}`;
  }

  #kind(attr: Attr, def: TypeDef): string {
    const { type } = attr;
    const names = (type.kind === 'switch' ? type.cases.map((one) => one.type) : [type]).map((one) =>
      this.#name(attr, one, def),
    );
    const one = `${[...new Set(names)].join(' or ')}${attr.zlib ? ', zlib' : ''}`;
    if (attr.repeat === null) return one;
    return `list of ${one}${attr.notes.max === null ? '' : `, at most ${attr.notes.max}`}`;
  }

  #name(attr: Attr, type: PlainType, def: TypeDef): string {
    switch (type.kind) {
      case 'integer':
        return `${type.signed ? 's' : 'u'}${type.bytes}${type.endian === 'le' ? ' little-endian' : ''}`;
      case 'float':
        return `f${type.bytes}${type.endian === 'le' ? ' little-endian' : ''}`;
      case 'bits':
        return type.count === 1 ? '1 bit' : `${type.count} bits`;
      case 'bytes':
        return attr.contents === null
          ? `bytes${this.#size(attr)}`
          : `always ${attr.contents.map((byte) => hex(byte).slice(2)).join(' ')}`;
      case 'str':
        return `text, ${attr.encoding}${this.#size(attr)}`;
      case 'user':
        return this.#analysis.target(type, def, attr.place).name;
    }
  }

  #size({ size }: Attr): string {
    return size === null ? '' : `, ${show(size, this.#version, String)} bytes`;
  }

  #when({ when, notes }: Attr): string {
    if (notes.presence) return 'given';
    return when === null ? '' : show(when, this.#version, String);
  }
}

/** An expression as people read it: a version as they write it. */
function show(expression: Expression, version: string | null, number: (value: bigint) => string): string {
  const inner = (part: Expression): string => show(part, version, number);
  // In parentheses even where the language needs none: not everybody knows how strongly its operators bind.
  const operand = (part: Expression): string =>
    (part.kind === 'binary' && versionText(part, version) === null) || part.kind === 'choice'
      ? `(${inner(part)})`
      : inner(part);
  switch (expression.kind) {
    case 'integer':
      return expression.text.startsWith('0x') ? expression.text : number(expression.value);
    case 'float':
      return expression.text;
    case 'bool':
    case 'text':
      return String(expression.value);
    case 'name':
      return expression.name;
    case 'enum':
      return expression.path.join('::');
    case 'unary':
      return `${expression.operator} ${operand(expression.of)}`;
    case 'binary':
      return (
        versionText(expression, version) ??
        `${operand(expression.left)} ${expression.operator} ${operand(expression.right)}`
      );
    case 'choice': {
      const when = versionText(expression.when, version) ?? `when ${inner(expression.when)}`;
      return `${inner(expression.then)} ${when}, else ${inner(expression.otherwise)}`;
    }
    case 'member':
      return `${inner(expression.of)}.${expression.name}`;
    case 'index':
      return `${inner(expression.of)}[${inner(expression.index)}]`;
  }
}

function versionText(expression: Expression, version: string | null): string | null {
  if (expression.kind !== 'binary' || expression.left.kind !== 'name' || expression.left.name !== version)
    return null;
  if (expression.right.kind !== 'integer') return null;
  const number = Number(expression.right.value);
  const text = [number >>> 24, (number >>> 16) & 0xff, (number >>> 8) & 0xff, number & 0xff].join('.');
  const words: Partial<Record<string, string>> = { '>=': 'from', '<': 'before', '>': 'after', '<=': 'up to' };
  const word = words[expression.operator];
  return word === undefined ? null : `${word} ${text}`;
}
