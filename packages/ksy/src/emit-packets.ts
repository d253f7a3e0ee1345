import type { Analysis } from './analysis.ts';
import { hex } from './code.ts';
import { callArguments } from './emit-call.ts';
import { emitCount } from './emit-expression.ts';
import { oneLine } from './emit-interfaces.ts';
import type { Frame, Spec, TypeDef, UserType } from './model.ts';
import { camel, pascal } from './names.ts';
import { fail } from './problem.ts';
import { CodeScope } from './scope.ts';
import { thresholdsOf, versionsIn } from './thresholds.ts';

/** A packet of one side: its id, its body, and when its layout changes. */
export interface Packet {
  readonly id: number;
  readonly def: TypeDef;
  readonly type: UserType;
  readonly frame: Frame;
  readonly thresholds: readonly number[];
}

/** The packets that a file with `-frames` describes: an id and a body switched on it. */
export function packetsOf(spec: Spec, analysis: Analysis): readonly Packet[] {
  const { root, frames } = spec;
  const [id, body, ...rest] = root.seq;
  if (id?.type.kind !== 'integer' || id.type.bytes !== 1 || body?.type.kind !== 'switch' || rest.length > 0) {
    fail(root.place, `a file with '-frames' has two fields: an id of one byte, and a body with 'switch-on'`);
  }
  if (!root.name.endsWith('_packet')) fail(root.place, `the id of a file with '-frames' ends with '_packet'`);
  if (root.params.length > 1)
    fail(root.place, `a file with '-frames' has one parameter at most: the version`);
  const kinds = new Map<string, number>();
  return body.type.cases.map(({ key, type, place }) => {
    if (key?.kind !== 'integer' || type.kind !== 'user')
      fail(place, 'a packet is a number and a described type');
    const number = Number(key.value);
    const def = analysis.target(type, root, place);
    if (kinds.has(def.name))
      fail(place, `packet ${hex(kinds.get(def.name)!)} is a '${def.name}' too: each needs a type of its own`);
    kinds.set(def.name, number);
    const frame = frames!.get(number) ?? fail(place, `packet ${hex(number)} has no length in '-frames'`);
    return { id: number, def, type, frame, thresholds: packetThresholds(def, type, frame, root, analysis) };
  });
}

function packetThresholds(
  def: TypeDef,
  type: UserType,
  frame: Frame,
  root: TypeDef,
  analysis: Analysis,
): readonly number[] {
  const version = root.params[0]?.id;
  if (version === undefined) return [];
  const found = new Set<number>();
  versionsIn(frame.length, version, frame.place, found);
  type.args.forEach((arg, i) => {
    if (arg.kind !== 'name' || arg.name !== version) versionsIn(arg, version, frame.place, found);
    else for (const each of thresholdsOf(def, def.params[i]!.id, analysis)) found.add(each);
  });
  return [...found].sort((a, b) => a - b);
}

/** One side of a protocol: what its packets are, how long, how they are read and written whole. `client_packet` → `Client…`. */
export function emitPackets(spec: Spec, analysis: Analysis): string {
  return new PacketsEmitter(spec, analysis).emit();
}

class PacketsEmitter {
  readonly #spec: Spec;
  readonly #analysis: Analysis;
  readonly #packets: readonly Packet[];
  readonly #side: string;
  readonly #prefix: string;

  constructor(spec: Spec, analysis: Analysis) {
    this.#spec = spec;
    this.#analysis = analysis;
    this.#packets = packetsOf(spec, analysis);
    this.#side = pascal(spec.id.replace(/_packet$/, ''));
    this.#prefix = camel(spec.id.replace(/_packet$/, ''));
  }

  emit(): string {
    return [
      this.#union(),
      this.#lengths(),
      this.#decode(),
      ...this.#packets.map((packet) => this.#encode(packet)),
      this.#table(),
      this.#layouts(),
    ].join('\n');
  }

  #union(): string {
    const kinds = this.#packets.map(
      ({ def }) => `  | { readonly kind: '${def.name}'; readonly body: ${this.#analysis.name(def)} }`,
    );
    const side = this.#side;
    return `/** A packet, by its kind. */\nexport type ${side}Packet =\n${kinds.join('\n')};\n\nexport type ${side}PacketKind = ${side}Packet['kind'];\n`;
  }

  #scope(frame: Frame): CodeScope {
    return new CodeScope(this.#analysis, this.#spec.root, 'read', frame.place, { known: new Set() });
  }

  #lengths(): string {
    const frames = [...this.#spec.frames!];
    const lines = frames.map(
      ([id, frame]) => `    case ${hex(id)}:\n      return ${emitCount(frame.length, this.#scope(frame))};\n`,
    );
    const ver = frames.some(([, { length }]) => length.kind !== 'integer') ? 'ver' : '_ver';
    return `/** Total length of a packet by its id; 0 = in the two bytes after the id, -1 = there is no such packet. */\nexport function ${this.#prefix}PacketLength(id: number, ${ver}: number): number {\n  switch (id) {\n${lines.join('')}    default:\n      return -1;\n  }\n}\n`;
  }

  #arguments({ type, def, frame }: Packet): string {
    return callArguments(type, def, this.#analysis, this.#scope(frame))
      .map((each) => `, ${each}`)
      .join('');
  }

  #decode(): string {
    const cases = this.#packets.map(
      (packet) =>
        `    case ${hex(packet.id)}:\n      packet = { kind: '${packet.def.name}', body: read${this.#analysis.name(packet.def)}(r${this.#arguments(packet)}) };\n      break;\n`,
    );
    const side = this.#side;
    const ver = cases.some((line) => line.includes('(r, ver)')) ? 'ver' : '_ver';
    return `/** Reads a whole packet, id and length included. Throws WireError, and nothing else. */\nexport function decode${side}Packet(frame: Uint8Array, ${ver}: number): ${side}Packet {\n  const id = frame[0];\n  const r = new Reader(frame, 1);\n  let packet: ${side}Packet;\n  switch (id) {\n${cases.join('')}    default:\n      throw new WireError('GMG_WIRE_UNKNOWN_PACKET', \`no packet has the id \${id}\`);\n  }\n  r.finish();\n  return packet;\n}\n`;
  }

  #encode(packet: Packet): string {
    const name = this.#analysis.name(packet.def);
    const args = this.#arguments(packet);
    return `/** ${hex(packet.id)}: ${oneLine(packet.def.doc)} Writes the whole packet. */\nexport function encode${name}(w: Writer, v: ${name}In, ${args === '' ? '_ver' : 'ver'}: number): void {\n  w.u1(${hex(packet.id)});\n  write${name}(w, v${args});\n}\n`;
  }

  #table(): string {
    const lines = this.#packets.map(
      ({ id, def, thresholds }) =>
        `  ${def.name}: { id: ${hex(id)}, thresholds: [${thresholds.map(version).join(', ')}] },`,
    );
    return `/** Every packet: its id, and the client versions at which its layout changes. */\nexport const ${this.#prefix}Packets: Readonly<\n  Record<${this.#side}PacketKind, { readonly id: number; readonly thresholds: readonly number[] }>\n> = {\n${lines.join('\n')}\n};\n`;
  }

  /** A viewer's layout is all that a broadcast needs to know of its version. */
  #layouts(): string {
    const cases = this.#packets
      .filter(({ thresholds }) => thresholds.length > 0)
      .map(({ def, thresholds }) => {
        const terms = thresholds.map((each) => `(ver >= ${version(each)} ? 1 : 0)`);
        return `    case '${def.name}':\n      return ${terms.join(' + ')};\n`;
      });
    const ver = cases.length > 0 ? 'ver' : '_ver';
    return `/** Number of a packet's layout: versions that share it share the packet's bytes. */\nexport function ${this.#prefix}LayoutOf(kind: ${this.#side}PacketKind, ${ver}: number): number {\n  switch (kind) {\n${cases.join('')}    default:\n      return 0;\n  }\n}\n`;
  }
}

function version(number: number): string {
  return `0x${number.toString(16).padStart(8, '0')}`;
}
