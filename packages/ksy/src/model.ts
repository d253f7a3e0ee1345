import type { Expression } from './expression.ts';
import type { Place } from './problem.ts';

/** One .ksy file. */
export interface Spec {
  readonly file: string;
  readonly id: string;
  readonly root: TypeDef;
  /** By the name that paths use. */
  readonly imports: Map<string, Spec>;
  /** Frame lengths by packet id, of a file that describes one side of a protocol. */
  readonly frames: ReadonlyMap<number, Frame> | null;
}

/** Total length of a packet; 0: the packet holds it. */
export interface Frame {
  readonly place: Place;
  readonly length: Expression;
}

export interface TypeDef {
  readonly name: string;
  readonly spec: Spec;
  readonly place: Place;
  readonly doc: string;
  /** The type it is described in; null for the root. */
  readonly outer: TypeDef | null;
  readonly params: readonly Param[];
  readonly seq: readonly Attr[];
  readonly instances: ReadonlyMap<string, Instance>;
  readonly types: Map<string, TypeDef>;
  readonly enums: ReadonlyMap<string, EnumDef>;
}

export interface EnumDef {
  readonly name: string;
  readonly spec: Spec;
  readonly place: Place;
  readonly outer: TypeDef;
  readonly values: readonly EnumValue[];
}

export interface EnumValue {
  readonly name: string;
  readonly value: bigint;
  readonly doc: string;
}

export interface Param {
  readonly id: string;
  readonly place: Place;
  readonly doc: string;
  readonly type: IntegerType | { readonly kind: 'bool' } | { readonly kind: 'str' } | FloatType;
}

export interface IntegerType {
  readonly kind: 'integer';
  readonly bytes: 1 | 2 | 4 | 8;
  readonly signed: boolean;
  readonly endian: 'be' | 'le' | '';
}

export interface FloatType {
  readonly kind: 'float';
  readonly bytes: 4 | 8;
  readonly endian: 'be' | 'le';
}

export interface UserType {
  readonly kind: 'user';
  readonly path: readonly string[];
  readonly args: readonly Expression[];
}

export interface SwitchType {
  readonly kind: 'switch';
  readonly on: Expression;
  /** `key` null: none of the others. */
  readonly cases: readonly {
    readonly key: Expression | null;
    readonly place: Place;
    readonly type: PlainType;
  }[];
}

export type PlainType =
  | IntegerType
  | FloatType
  | { readonly kind: 'bits'; readonly count: number }
  | { readonly kind: 'str'; readonly zero: boolean }
  | { readonly kind: 'bytes' }
  | UserType;

export type AttrType = PlainType | SwitchType;

export type Repeat =
  | { readonly kind: 'expr'; readonly count: Expression }
  | { readonly kind: 'until'; readonly until: Expression }
  | { readonly kind: 'eos' };

export type Rule =
  | { readonly kind: 'equal'; readonly value: Expression }
  | { readonly kind: 'range'; readonly min: Expression | null; readonly max: Expression | null }
  | { readonly kind: 'any-of'; readonly values: readonly Expression[] }
  | { readonly kind: 'expression'; readonly rule: Expression }
  | { readonly kind: 'in-enum' };

/** What writers need to know beyond the language itself: the keys that begin with a hyphen. */
export interface Notes {
  readonly derive: { readonly kind: 'frame' } | { readonly kind: 'unpacked'; readonly of: string } | null;
  readonly sentinel: { readonly field: string; readonly value: bigint } | null;
  readonly presence: boolean;
  readonly max: number | null;
  readonly rand: readonly bigint[] | null;
  readonly preset: bigint | string | null;
}

export interface Attr {
  readonly id: string;
  readonly place: Place;
  readonly doc: string;
  readonly type: AttrType;
  readonly repeat: Repeat | null;
  readonly when: Expression | null;
  readonly size: Expression | null;
  readonly sizeEos: boolean;
  readonly terminator: number | null;
  readonly include: boolean;
  readonly consume: boolean;
  readonly eosError: boolean;
  readonly padRight: number | null;
  /** Of text; checked to be one that the runtime knows. */
  readonly encoding: string;
  readonly contents: readonly number[] | null;
  readonly zlib: boolean;
  readonly enumPath: readonly string[] | null;
  readonly rule: Rule | null;
  readonly notes: Notes;
}

export type Instance =
  | {
      readonly kind: 'value';
      readonly id: string;
      readonly place: Place;
      readonly doc: string;
      readonly value: Expression;
      readonly when: Expression | null;
      readonly enumPath: readonly string[] | null;
    }
  | {
      readonly kind: 'position';
      readonly id: string;
      readonly place: Place;
      readonly position: Expression | null;
      readonly attr: Attr;
    };
