import type { Analysis } from './analysis.ts';
import type { Attr, EnumDef, PlainType, TypeDef } from './model.ts';
import { camel } from './names.ts';
import type { ValueType } from './value-type.ts';
import { plainTypeScript } from './value-type.ts';

/** `out`: as a reader gives it. `in`: as a writer takes it. */
export type Form = 'out' | 'in';

/** TypeScript type of a value. `prefix` goes before the name of a described type. */
export function typeScript(type: ValueType, form: Form, analysis: Analysis, prefix = ''): string {
  switch (type.kind) {
    case 'list': {
      const of = typeScript(type.of, form, analysis, prefix);
      return `${form === 'in' ? 'readonly ' : ''}${of.includes(' ') ? `(${of})` : of}[]`;
    }
    case 'object':
      return `${prefix}${analysis.name(type.def)}${form === 'in' ? 'In' : ''}`;
    case 'bytes':
      return form === 'in' ? 'ArrayLike<number>' : 'Uint8Array';
    default:
      return plainTypeScript(type);
  }
}

/** TypeScript type of one element of a field. */
export function elementTypeScript(attr: Attr, def: TypeDef, form: Form, analysis: Analysis): string {
  const { type } = attr;
  if (type.kind !== 'switch') return typeScript(analysis.elementValue(attr, def, form), form, analysis);
  const names = type.cases.map(({ type: one }) => caseTypeScript(attr, def, one, form, analysis));
  if (hasDefaultBytes(attr)) names.push(typeScript({ kind: 'bytes' }, form, analysis));
  else if (!type.cases.some(({ key }) => key === null)) names.push('undefined');
  return [...new Set(names)].join(' | ');
}

/** A switch in a field of its own size that matches no case is the bytes of the field. */
export function hasDefaultBytes(attr: Attr): boolean {
  const { type } = attr;
  return (
    type.kind === 'switch' &&
    (attr.size !== null || attr.sizeEos) &&
    !type.cases.some(({ key }) => key === null)
  );
}

export function caseTypeScript(
  attr: Attr,
  def: TypeDef,
  type: PlainType,
  form: Form,
  analysis: Analysis,
): string {
  return typeScript(analysis.elementValue(attr, def, form, type), form, analysis);
}

export function fieldTypeScript(attr: Attr, def: TypeDef, form: Form, analysis: Analysis): string {
  const of = elementTypeScript(attr, def, form, analysis);
  if (attr.repeat === null) return of;
  return `${form === 'in' ? 'readonly ' : ''}${of.includes(' ') ? `(${of})` : of}[]`;
}

/** May a value lack the field? */
export function isOptional(attr: Attr, def: TypeDef, analysis: Analysis): boolean {
  return attr.when !== null && !analysis.facts(def).always.has(attr);
}

/** The fields that a value has: what is always the same is none. */
export function shownFields(def: TypeDef): readonly Attr[] {
  return def.seq.filter(({ contents }) => contents === null);
}

/** The two interfaces of a type. */
export function emitInterfaces(def: TypeDef, analysis: Analysis): string {
  const name = analysis.name(def);
  const facts = analysis.facts(def);
  const out = shownFields(def).map((attr) => {
    const isMaybe = isOptional(attr, def, analysis);
    return member(attr, '', isMaybe, fieldTypeScript(attr, def, 'out', analysis));
  });
  for (const instance of def.instances.values()) {
    const { when } = instance.kind === 'value' ? instance : instance.attr;
    const type =
      instance.kind === 'value'
        ? typeScript(analysis.instanceValue(instance, def), 'out', analysis)
        : fieldTypeScript(instance.attr, def, 'out', analysis);
    out.push(member(instance.kind === 'value' ? instance : instance.attr, 'readonly ', when !== null, type));
  }
  const doc = def.doc === '' ? '' : `/** ${oneLine(def.doc)} */\n`;
  const read = `${doc}export interface ${name} {\n${out.join('')}}\n`;
  if (facts.readOnly) return read;
  const taken = shownFields(def)
    .filter((attr) => !facts.derivations.has(attr))
    .map((attr) => {
      const isMaybe = isOptional(attr, def, analysis) || attr.notes.preset !== null;
      return member(attr, 'readonly ', isMaybe, fieldTypeScript(attr, def, 'in', analysis));
    });
  return `${read}\n/** ${name} as its writer takes it. */\nexport interface ${name}In {\n${taken.join('')}}\n`;
}

function member(
  { id, doc }: { id: string; doc: string },
  prefix: string,
  isMaybe: boolean,
  type: string,
): string {
  const comment = doc === '' ? '' : `  /** ${oneLine(doc)} */\n`;
  return `${comment}  ${prefix}${camel(id)}${isMaybe ? '?' : ''}: ${type}${isMaybe && !type.endsWith('undefined') ? ' | undefined' : ''};\n`;
}

export function oneLine(doc: string): string {
  return doc.replaceAll(/\s+/g, ' ').replaceAll('*/', '* /');
}

/** `, ver: number, …`: a type's parameters, then what it uses of its surroundings. */
export function paramTypes(def: TypeDef): [string, string][] {
  return def.params.map(({ id, type }) => {
    const plain = type.kind === 'bool' ? 'boolean' : type.kind === 'str' ? 'string' : 'number';
    return [id, type.kind === 'integer' && type.bytes === 8 ? 'bigint' : plain];
  });
}

export function emitEnum(def: EnumDef, name: string): string {
  const lines = def.values.map(
    ({ name: each, value, doc }) =>
      `${doc === '' ? '' : `  /** ${oneLine(doc)} */\n`}  ${camel(each)}: ${value},\n`,
  );
  return `export const ${name} = {\n${lines.join('')}} as const;\n`;
}
