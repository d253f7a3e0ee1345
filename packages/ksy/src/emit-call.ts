import type { Analysis } from './analysis.ts';
import { type Emitted, emitExpression } from './emit-expression.ts';
import type { Attr, TypeDef, UserType } from './model.ts';
import { fail } from './problem.ts';
import type { CodeScope } from './scope.ts';

/** Code of a case, of the kind that is switched on. */
export function caseLabel(on: Emitted, key: Emitted, place: Attr['place']): string {
  if (on.type.kind === 'big' && key.type.kind === 'integer') return `${key.code}n`;
  const kind = ({ type }: Emitted): string => (type.kind === 'enum' ? 'integer' : type.kind);
  if (kind(on) !== kind(key)) fail(place, 'a case of another kind than what is switched on');
  return key.code;
}

/** What the function for a type gets: its parameters, and what it uses of its surroundings. */
export function callArguments(
  type: UserType,
  target: TypeDef,
  analysis: Analysis,
  scope: CodeScope,
): string[] {
  const args = type.args.map((arg, i) => {
    const wants = target.params[i]!.type;
    const emitted = emitExpression(arg, scope);
    if (wants.kind === 'integer' && wants.bytes === 8 && emitted.type.kind === 'integer')
      return `BigInt(${emitted.code})`;
    if (wants.kind === 'integer' && wants.bytes < 8 && emitted.type.kind === 'big')
      return `Number(${emitted.code})`;
    const fits =
      wants.kind === 'bool' ? ['bool'] : wants.kind === 'str' ? ['str'] : ['integer', 'enum', 'float', 'big'];
    if (!fits.includes(emitted.type.kind))
      fail(scope.place, `parameter '${target.params[i]!.id}' of '${target.name}' is of another kind`);
    return emitted.code;
  });
  const outside = analysis
    .outside(target)
    .filter(({ from }) => from !== 'root' || target.outer !== null)
    .map((each) => scope.given(each));
  return [...args, ...outside];
}
