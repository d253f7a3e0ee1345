import type { Component, Game, Kind, Operator, SchemaWords, World } from '@gommog/core';
import type { AddressLimiter } from '@gommog/net';
import type { FastifyPluginAsync } from 'fastify';
import type { Administration } from '../api/administration.ts';
import type { Config } from '../config/load.ts';

/** A port that people reach a game by. */
export interface Port {
  /** For the ready line and the log. */
  readonly name: string;
  /** Who comes there, in words. */
  readonly title: string;
  readonly transport: 'tcp' | 'websocket';
  /** 0: the system chooses; `next`: the one after the port listed before, if it is free. */
  readonly port: number | 'next';
}

/** A game that the `gommog` command can host. A new one is listed in `index.ts`, and its settings in `config/schema.ts`. */
export interface GameModule {
  readonly name: string;
  /** What its worlds are made of: enough to read a saved one without its land. */
  readonly kinds: readonly Kind[];
  readonly components: readonly Component[];
  /** The setting that `--port` stands for. */
  readonly portSetting: string;
  readonly bots: Bots;
  /** What an operator can name to bring it back from an earlier time, such as an account. */
  readonly restorable: Readonly<Record<string, Restorable>>;
  /** What numbers in saved states stand for, for images that people read. Throws Refusal when the content is at fault. */
  words?(config: Config): SchemaWords;
  /** Reads what lies outside of the saved world: land, content, rules. Throws Refusal. */
  open(options: GameOptions): Promise<OpenGame>;
}

/** A kind of thing that can be brought back as it was. */
export interface Restorable {
  /** Outermost entities of what goes by a name; empty when there is nothing of that name. */
  roots(past: World, name: string): readonly number[];
  /**
   * Looks at the world before some of it becomes what it was. What it returns is called afterwards and mends what would not fit
   * together then.
   */
  prepare?(present: World, roots: readonly number[]): () => void;
}

/** Scripted clients of a game, for loads and trials. */
export interface Bots {
  /** What they can do; the first unless another is asked for. */
  readonly scenarios: readonly [string, ...string[]];
  /** Of the usual kind of client. */
  readonly defaultPort: number;
  /** Other kinds, each with its usual port. */
  readonly clients?: Readonly<Record<string, number>>;
  /** Does the game know staff? */
  readonly mayBeStaff?: true;
  run(options: BotOptions): Promise<BotSummary>;
}

export interface BotOptions {
  readonly host: string;
  readonly port: number;
  readonly count: number;
  readonly scenario: string;
  /** How long to play after everybody is in, and before that without counting. */
  readonly seconds: number;
  readonly warmUpSeconds: number;
  /** Time between two acts of one bot, in milliseconds; null: the scenario's own. */
  readonly stepMs: number | null;
  /** Logins in progress at a time. */
  readonly ramp: number;
  /** Beginning of the account names. */
  readonly prefix: string;
  /** Their accounts are staff of the shard. */
  readonly isStaff: boolean;
  /** What they say they are; null: what most people have. */
  readonly version: string | null;
  /** Which of the kinds in `clients`; null: the usual one. */
  readonly client: string | null;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly onProgress: (line: string) => void;
}

/** What came of it; printed as JSON with all that the game adds. */
export interface BotSummary {
  readonly bots: number;
  readonly errors: readonly string[];
}

export interface GameOptions {
  readonly config: Config;
  /** Folder of this game's data. */
  readonly data: string;
  readonly log: GameParts['log'];
}

/** A game whose land is read, over which worlds can be made and run. */
export interface OpenGame {
  /** An empty world. */
  createWorld(): World;
  /** The game over a world that is loaded: the same for a running shard and for a replay. */
  assemble(parts: GameParts): Game;
  /** How the staff of the game look after it over HTTP; a game without accounts has none. */
  administration?(game: Game): Administration;
  /** Fills a world that was never run. Returns what whoever started it has to be told once. */
  populate(game: Game): Promise<readonly string[]>;
  readonly ports: readonly Port[];
  /** Routes of the HTTP server for people who come with a browser. */
  pages?(game: Game, limiter: AddressLimiter): FastifyPluginAsync | null;
}

export interface GameParts {
  readonly world: World;
  /** Number of the last tick before. */
  readonly tick: number;
  readonly operator: Operator;
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void;
}
