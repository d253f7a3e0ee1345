import type { Analysis } from './analysis.ts';
import type { Expression } from './expression.ts';
import type { Attr, TypeDef } from './model.ts';
import { fail, type Place } from './problem.ts';

/**
 * The versions at which the layout of a type, or of a type within it, changes. `version` is the parameter that holds the
 * version. It may only be compared with numbers or handed on: then the layouts can be counted.
 */
export function thresholdsOf(def: TypeDef, version: string, analysis: Analysis): readonly number[] {
  const found = new Set<number>();
  const seen = new Set<string>();
  const visit = (type: TypeDef, param: string): void => {
    const key = `${analysis.name(type)} ${param}`;
    if (seen.has(key)) return;
    seen.add(key);
    const scan = (expression: Expression, place: Place): void => versionsIn(expression, param, place, found);
    for (const [expression, place] of analysis.expressions(type)) scan(expression, place);
    for (const attr of type.seq)
      for (const [target, args] of usesOf(attr, type, analysis)) {
        args.forEach((arg, i) => {
          if (arg.kind === 'name' && arg.name === param) visit(target, target.params[i]!.id);
          else scan(arg, attr.place);
        });
      }
  };
  visit(def, version);
  return [...found].sort((a, b) => a - b);
}

function usesOf(attr: Attr, def: TypeDef, analysis: Analysis): [TypeDef, readonly Expression[]][] {
  return analysis.uses(attr).map((type) => [analysis.target(type, def, attr.place), type.args]);
}

const changeAt: Partial<Record<string, readonly number[]>> = {
  '>=': [0],
  '<': [0],
  '>': [1],
  '<=': [1],
  '==': [0, 1],
  '!=': [0, 1],
};

/** Adds every version at which the value of `expression` may change. */
export function versionsIn(expression: Expression, version: string, place: Place, found: Set<number>): void {
  const scan = (inner: Expression): void => versionsIn(inner, version, place, found);
  switch (expression.kind) {
    case 'name':
      if (expression.name === version)
        fail(place, `'${version}' may only be compared with a number or handed on`);
      return;
    case 'binary': {
      const { left, right, operator } = expression;
      const steps = changeAt[operator];
      if (left.kind === 'name' && left.name === version && right.kind === 'integer' && steps !== undefined) {
        for (const step of steps) found.add(Number(right.value) + step);
        return;
      }
      scan(left);
      scan(right);
      return;
    }
    case 'unary':
    case 'member':
      scan(expression.of);
      return;
    case 'choice':
      scan(expression.when);
      scan(expression.then);
      scan(expression.otherwise);
      return;
    case 'index':
      scan(expression.of);
      scan(expression.index);
      return;
  }
}
