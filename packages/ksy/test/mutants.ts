import type { Rand } from '@gommog/wire';
import type { Output } from '../src/generate.ts';

/** One change of one statement of generated code. */
export interface Mutant {
  readonly path: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

interface Change {
  readonly pattern: RegExp;
  readonly replacement: string;
}

/** What can be wrong in a statement: another width, order or sign, another bound, another condition, a part too many or too few. */
const changes: readonly Change[] = [
  { pattern: /\b([rw]\.[us][248])be\(/, replacement: '$1le(' },
  { pattern: /\b([rw]\.[us][248])le\(/, replacement: '$1be(' },
  { pattern: /\b([rw]\.f[48])be\(/, replacement: '$1le(' },
  { pattern: /\br\.s([124])/, replacement: 'r.u$1' },
  { pattern: /\br\.u1\(\)/, replacement: 'r.s1()' },
  { pattern: /\br\.u2be\(\)/, replacement: 'r.u1()' },
  { pattern: /\bw\.u2be\(/, replacement: 'w.u1(' },
  { pattern: /\b([rw]\.bits\()(\d+)/, replacement: '$1(1 + $2)' },
  { pattern: /\bw\.flag\((.*)\);/, replacement: 'w.flag(!($1));' },
  { pattern: /\br\.flag\(\)/, replacement: '!r.flag()' },
  { pattern: / >= /, replacement: ' > ' },
  { pattern: / < /, replacement: ' <= ' },
  { pattern: / > /, replacement: ' >= ' },
  { pattern: / === /, replacement: ' !== ' },
  { pattern: / !== /, replacement: ' === ' },
  { pattern: / && /, replacement: ' || ' },
  { pattern: / \+ (\d+)/, replacement: ' - $1' },
  { pattern: / - (\d+)/, replacement: ' + $1' },
  { pattern: / \* (\d+)/, replacement: ' + $1' },
  { pattern: / \/ (\d+)/, replacement: ' * $1' },
  { pattern: /'UTF-16BE'/, replacement: "'UTF-16LE'" },
  { pattern: /'UTF-8'/, replacement: "'ASCII'" },
  { pattern: /\bpaddedText\(/, replacement: 'text(' },
  { pattern: /\bterminatedText\(/, replacement: 'text(' },
  { pattern: /^(\s*)if \(.*?\) ([^{]*)$/, replacement: '$1$2' },
  { pattern: /^(\s*)(?:w\.|write|r\.expect|r\.align|check\(|\w+\.push)[^{]*;$/, replacement: '$1;' },
  { pattern: /^(\s*)break;$/, replacement: '$1;' },
];

/** Changes a statement of a reader or writer, chosen by chance. */
export function mutate(outputs: readonly Output[], rand: Rand): Mutant {
  const modules = outputs.filter(({ path }) => !/(^|\.)(rand|index)\.ts$/.test(path));
  for (;;) {
    const { path, text } = rand.pick(modules);
    const lines = text.split('\n');
    const line = rand.below(lines.length);
    const before = lines[line]!;
    if (!before.startsWith('  ') || !isWithinFunction(lines, line)) continue;
    const { pattern, replacement } = rand.pick(changes);
    const after = before.replace(pattern, replacement);
    if (after !== before) return { path, line, before, after };
  }
}

function isWithinFunction(lines: readonly string[], line: number): boolean {
  const head = lines.slice(0, line).findLast((each) => /^\S/.test(each) && each !== '}');
  return head !== undefined && /^export function (read|write|encode|decode)/.test(head);
}

/** The code with the change in it. Throws when that would change nothing. */
export function applied(outputs: readonly Output[], { path, line, before, after }: Mutant): Output[] {
  return outputs.map((output) => {
    if (output.path !== path) return output;
    const lines = output.text.split('\n');
    if (lines[line] !== before || before === after) throw new Error(`the mutant changes nothing: ${after}`);
    lines[line] = after;
    return { path, text: lines.join('\n') };
  });
}
