// What the API answers, as `/api/openapi.json` describes it.

export type Role = 'counselor' | 'gamemaster' | 'administrator' | 'owner';
export const roles: readonly Role[] = ['counselor', 'gamemaster', 'administrator', 'owner'];

export interface Self {
  readonly name: string;
  readonly role: Role;
  readonly csrf: string | null;
}

export interface Status {
  readonly name: string;
  readonly version: string;
  readonly node: string;
  readonly startedAt: string;
  readonly uptimeSeconds: number;
  readonly afterCrash: boolean;
  readonly games: readonly {
    readonly name: string;
    readonly tick: number;
    readonly worldMs: number;
    readonly ports: readonly { readonly name: string; readonly at: string }[];
  }[];
}

export type Unit = 'ms' | 'bytes' | 'bytes/s' | '1/s' | '%' | '';

export interface FigureSpan {
  readonly figures: readonly { readonly name: string; readonly title: string; readonly unit: Unit }[];
  /** Milliseconds since 1970. */
  readonly times: readonly number[];
  readonly series: Readonly<Record<string, readonly (number | null)[]>>;
}

export interface Person {
  readonly serial: number;
  readonly name: string;
  readonly account: string;
  readonly facet: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly hidden: boolean;
}

export interface LiveSecond {
  readonly at: number;
  readonly tick: number;
  readonly figures: Readonly<Record<string, number>>;
  /** How many alerts are not over. */
  readonly alerts: number;
  readonly people?: readonly Person[];
}

export interface Facet {
  readonly id: number;
  readonly width: number;
  readonly height: number;
}

export interface Sector {
  readonly facet: number;
  readonly x: number;
  readonly y: number;
  readonly people: number;
  readonly entities: number;
}

export interface Character {
  readonly serial: number;
  readonly name: string;
  readonly online: boolean;
  readonly jailedUntilMs: number | null;
}

export interface Account {
  readonly serial: number;
  readonly name: string;
  readonly access: Role | 'player';
  readonly banned: boolean;
  readonly banReason: string;
  readonly createdMs: number;
  readonly online: boolean;
  readonly characters: readonly Character[];
}

export interface NamedEntity {
  readonly serial: number;
  readonly name: string;
}

export interface Entity {
  readonly serial: number;
  readonly components: Readonly<Record<string, unknown>>;
  readonly within: readonly NamedEntity[];
  readonly holds: readonly NamedEntity[];
  readonly holdsMore: boolean;
}

export interface EntityChange {
  readonly at?: string;
  readonly tick?: number;
  readonly sequence?: number;
  readonly changes?: readonly {
    readonly component: string;
    readonly kind: string;
    readonly fields: Readonly<Record<string, { readonly from?: unknown; readonly to: unknown }>>;
  }[];
}

export interface LogLine {
  readonly id: number;
  readonly at: number;
  readonly level: string;
  readonly text: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface AuditPage {
  readonly entries: readonly Readonly<Record<string, unknown>>[];
  readonly before: number | null;
}

export interface Alert {
  readonly id: number;
  readonly kind: string;
  readonly text: string;
  readonly since: number;
  readonly until: number | null;
  readonly acknowledgedBy: string | null;
}

export interface Alerts {
  readonly alerts: readonly Alert[];
  readonly thresholds: {
    readonly diskFreeBytes: number;
    readonly saveLagMs: number;
    readonly stepMs: number;
  };
}

export interface Job {
  readonly id: number;
  readonly kind: 'backup' | 'restore';
  readonly by: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly target: string;
  readonly writtenBytes: number;
  readonly lines: readonly string[];
}

export interface Backups {
  readonly folder: string;
  readonly made: readonly {
    readonly at: string;
    readonly by: string;
    readonly record: number | null;
    readonly text: string;
  }[];
  readonly jobs: readonly Job[];
}

export interface Token {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly madeBy: string;
  readonly madeAt: string;
}
