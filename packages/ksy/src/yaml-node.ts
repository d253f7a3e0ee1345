import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Node as YamlNode } from 'yaml';
import { fail, type Place, suggestion } from './problem.ts';

/** A YAML value that knows where it stands. */
export class Node {
  readonly place: Place;
  readonly #value: YamlNode | null;
  readonly #lines: LineCounter;

  constructor(place: Place, value: YamlNode | null, lines: LineCounter) {
    this.place = place;
    this.#value = value;
    this.#lines = lines;
  }

  #child(value: unknown): Node {
    const node = value as YamlNode | null;
    const start = node?.range?.[0];
    const line = start === undefined ? this.place.line : this.#lines.linePos(start).line;
    if (isAlias(node)) fail({ file: this.place.file, line }, 'YAML aliases are not supported');
    return new Node({ file: this.place.file, line }, node, this.#lines);
  }

  get isMap(): boolean {
    return isMap(this.#value);
  }

  get isList(): boolean {
    return isSeq(this.#value);
  }

  get isText(): boolean {
    return isScalar(this.#value) && typeof this.#value.value === 'string';
  }

  get isNothing(): boolean {
    return this.#value === null || (isScalar(this.#value) && this.#value.value === null);
  }

  /** Entries of a mapping, by key text. */
  entries(): [string, Node][] {
    if (this.isNothing) return [];
    if (!isMap(this.#value)) fail(this.place, 'a mapping is expected here');
    return this.#value.items.map(({ key, value }) => {
      const keyNode = this.#child(key);
      const node = value === null ? new Node(keyNode.place, null, this.#lines) : this.#child(value);
      return [keyNode.text(), node];
    });
  }

  list(): Node[] {
    if (this.isNothing) return [];
    if (!isSeq(this.#value)) fail(this.place, 'a list is expected here');
    return this.#value.items.map((item) => this.#child(item));
  }

  /** A mapping whose keys are all known; an unknown one is an error with a suggestion. */
  known(keys: readonly string[], of: string): Map<string, Node> {
    const found = new Map<string, Node>();
    for (const [key, node] of this.entries()) {
      if (!keys.includes(key)) {
        fail(node.place, `'${key}' of ${of} is not supported${suggestion(key, keys)}`);
      }
      found.set(key, node);
    }
    return found;
  }

  /** A scalar as it is written. Numbers keep their notation. */
  text(): string {
    if (!isScalar(this.#value)) fail(this.place, 'a single value is expected here');
    const { value, source } = this.#value;
    return typeof value === 'string' ? value : (source ?? String(value));
  }

  integer(): number {
    if (!isScalar(this.#value)) fail(this.place, 'a single value is expected here');
    const { value } = this.#value;
    if (typeof value !== 'number' || !Number.isSafeInteger(value))
      fail(this.place, 'a whole number is expected here');
    return value;
  }

  flag(): boolean {
    if (!isScalar(this.#value) || typeof this.#value.value !== 'boolean') {
      fail(this.place, 'true or false is expected here');
    }
    return this.#value.value;
  }

  get isNumber(): boolean {
    return isScalar(this.#value) && typeof this.#value.value === 'number';
  }
}

export function parseYaml(file: string, text: string): Node {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, keepSourceTokens: true });
  const error = document.errors[0];
  if (error !== undefined) {
    fail({ file, line: error.linePos?.[0].line ?? 1 }, `not YAML: ${error.message.split('\n')[0]}`);
  }
  return new Node({ file, line: 1 }, document.contents as YamlNode | null, lines);
}
