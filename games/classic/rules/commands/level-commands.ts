import { blockNamed } from '../blocks.ts';
import { Body, Level } from '../components.ts';
import { change } from '../levels/build.ts';
import { columnCount, contains } from '../levels/cells.ts';
import { makeLevel, problemOfSize } from '../levels/make-level.ts';
import { goTo } from '../people/visits.ts';
import type { Command } from './command.ts';

/** Levels that may be. */
const MAX_LEVELS = 64;

const levels: Command = {
  name: 'levels',
  usage: '',
  help: 'Which levels there are',
  run(ctx) {
    const names = [...ctx.levels.byName.serials()].map((serial) => {
      const level = ctx.world.require(serial, Level);
      if (level.dueMs === 0) return level.name;
      return `${level.name} (${Math.floor((level.columnsMade * 100) / columnCount(level))} %)`;
    });
    return `Levels: ${names.join(', ')}`;
  },
};

const goto: Command = {
  name: 'goto',
  usage: 'LEVEL',
  help: 'Takes you to another level',
  run(ctx, player, [name]) {
    const serial = name === undefined ? undefined : ctx.levels.byName.find(name);
    if (serial === undefined) return `&cNo level is called ${name ?? 'that'}`;
    if (!ctx.levels.isOpen(serial)) return '&cThat level is still being made';
    if (ctx.world.require(player, Body).level === serial) return '&cYou are there';
    return goTo(ctx, player, serial) ? null : '&cThat level is full';
  },
};

const newlevel: Command = {
  name: 'newlevel',
  usage: 'NAME WIDTH HEIGHT LENGTH [SEED]',
  help: 'Makes a level',
  isStaff: true,
  run(ctx, _player, [name, ...numbers]) {
    if (name === undefined || !/^\w{1,16}$/.test(name)) return '&cA name has 1 to 16 letters and digits';
    if (ctx.levels.byName.find(name) !== undefined) return `&cThere is a level ${name}`;
    if ([...ctx.levels.byName.serials()].length >= MAX_LEVELS)
      return `&cThere are ${MAX_LEVELS} levels already`;
    if ([...ctx.levels.byName.serials()].some((serial) => !ctx.levels.isOpen(serial)))
      return '&cOne level at a time';
    if (!numbers.every((word) => /^\d{1,9}$/.test(word))) return '&cSizes are numbers';
    const [width = 0, height = 0, length = 0, seed = ctx.rng.next()] = numbers.map(Number);
    const problem = problemOfSize({ width, height, length });
    if (problem !== null) return `&c${problem}`;
    makeLevel(ctx, { name, width, height, length, seed });
    return `${name} is being made`;
  },
};

const setspawn: Command = {
  name: 'setspawn',
  usage: '',
  help: 'Makes this the place where people appear',
  isStaff: true,
  run(ctx, player) {
    const { level, pitch, x, y, yaw, z } = ctx.world.require(player, Body);
    const spawn = { spawnX: x, spawnY: y, spawnZ: z, spawnYaw: yaw, spawnPitch: pitch };
    Object.assign(ctx.world.require(level, Level), spawn);
    return 'People appear here now';
  },
};

const COLOURED = ['sky', 'clouds', 'fog', 'shadow', 'sun'];

const colour: Command = {
  name: 'colour',
  usage: 'PART RRGGBB',
  help: `Colours ${COLOURED.join(', ')} of this level; RRGGBB may be usual`,
  isStaff: true,
  run(ctx, player, [name = '', rgb = '']) {
    const part = COLOURED.indexOf(name);
    if (part < 0 || !/^(usual|[0-9a-f]{6})$/i.test(rgb)) return `&c/colour ${COLOURED.join('|')} RRGGBB`;
    const serial = ctx.world.require(player, Body).level;
    const level = ctx.world.require(serial, Level);
    level.colours = level.colours.with(part, rgb === 'usual' ? -1 : Number.parseInt(rgb, 16));
    ctx.emit({ kind: 'colours-changed', level: serial });
    return `The ${name} is ${rgb} now`;
  },
};

const place: Command = {
  name: 'place',
  usage: 'BLOCK [X Y Z]',
  help: 'Makes a block there, or where you stand',
  isStaff: true,
  run(ctx, player, [name = '', ...words]) {
    const block = blockNamed(name);
    if (block === undefined) return `&cNo block is called ${name}`;
    const body = ctx.world.require(player, Body);
    const here = [body.x >> 5, (body.y - 48) >> 5, body.z >> 5];
    const [x = -1, y = -1, z = -1] = words.length === 0 ? here : words.map(Number);
    if (!contains(ctx.world.require(body.level, Level), x, y, z) || ![x, y, z].every(Number.isInteger))
      return '&cThat is outside of the level';
    change(ctx, player, { level: body.level, x, y, z }, block);
    return `${name} at ${x} ${y} ${z}`;
  },
};

const save: Command = {
  name: 'save',
  usage: '',
  help: 'Tells you when all up to now is on disk',
  isStaff: true,
  run(ctx, player) {
    ctx.emit({ kind: 'save-asked', player });
    return null;
  },
};

export const levelCommands: readonly Command[] = [levels, goto, newlevel, setspawn, colour, place, save];
