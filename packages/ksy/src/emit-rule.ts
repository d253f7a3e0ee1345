import type { Analysis } from './analysis.ts';
import { type Emitted, emitCondition, emitExpression, wrap } from './emit-expression.ts';
import type { Expression } from './expression.ts';
import type { Attr } from './model.ts';
import { fail } from './problem.ts';
import type { CodeScope } from './scope.ts';

/** `valid` as a condition on `given`. */
export function ruleCode(attr: Attr, given: Emitted, scope: CodeScope, analysis: Analysis): string | null {
  const { rule, place } = attr;
  if (rule === null) return null;
  const compare = (operator: '==' | '>=' | '<=', expression: Expression): string => {
    const both: Expression = {
      kind: 'binary',
      operator,
      left: { kind: 'name', name: '_' },
      right: expression,
    };
    return wrap(emitExpression(both, scope.at(place, { element: given })), 5);
  };
  switch (rule.kind) {
    case 'equal':
      return compare('==', rule.value);
    case 'expression':
      return emitCondition(rule.rule, scope.at(place, { element: given }));
    case 'any-of':
      return rule.values.map((each) => compare('==', each)).join(' || ');
    case 'range':
      return [
        rule.min === null ? null : compare('>=', rule.min),
        rule.max === null ? null : compare('<=', rule.max),
      ]
        .filter((part) => part !== null)
        .join(' && ');
    case 'in-enum': {
      if (given.type.kind !== 'enum') return fail(place, `'in-enum' of something that is no enum`);
      return `(Object.values(${analysis.name(given.type.def)}) as number[]).includes(${given.code})`;
    }
  }
}
