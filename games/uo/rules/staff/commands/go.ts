import { AccessLevel } from '../../accounts/account.ts';
import type { Context } from '../../context.ts';
import type { AnswerTarget } from '../../intents.ts';
import { Mobile } from '../../mobiles/mobile.ts';
import { standAt } from '../../movement/ground.ts';
import { teleport } from '../../movement/teleport.ts';
import { placeOf } from '../../where.ts';
import { askTarget } from '../../windows/ask-target.ts';
import { mayActOn } from '../access.ts';
import type { Command } from '../command.ts';
import { findOnline } from '../find.ts';

export const go: Command = {
  name: 'go',
  access: AccessLevel.counselor,
  usage: '<x> <y> [z] [facet] | <town>',
  summary: 'Takes you to a place.',
  run(ctx, mobile, args) {
    const here = ctx.world.placement(mobile)!;
    const numbers = args.map(Number);
    if (numbers.length >= 2 && numbers.every(Number.isInteger)) {
      const [x = 0, y = 0, z, facet = here.facet] = numbers;
      return goTo(ctx, mobile, facet, x, y, z);
    }
    const name = args.join(' ').toLowerCase();
    const town = ctx.startCities.find((city) => name !== '' && city.name.toLowerCase().startsWith(name));
    if (town === undefined) return `Usage: go ${go.usage}`;
    return goTo(ctx, mobile, town.facet, town.x, town.y, town.z);
  },
};

/** Heights that a client can be told. */
const LOWEST = -128;
const HIGHEST = 127;

function goTo(ctx: Context, mobile: number, facet: number, x: number, y: number, z?: number): string {
  const isHeight = z === undefined || (z >= LOWEST && z <= HIGHEST);
  if (!isHeight || !ctx.world.sectors.contains(facet, x, y)) return 'There is no such place.';
  teleport(ctx, mobile, { facet, x, y, z: z ?? standAt(ctx, facet, x, y, 0) });
  return '';
}

export const where: Command = {
  name: 'where',
  access: AccessLevel.player,
  usage: '',
  summary: 'Tells where you are.',
  run(ctx, mobile) {
    const { facet, x, y, z } = ctx.world.placement(mobile)!;
    return `You are at ${x}, ${y}, ${z} on facet ${facet}.`;
  },
};

export const tele: Command = {
  name: 'tele',
  access: AccessLevel.counselor,
  usage: '',
  summary: 'Takes you to the place you point at.',
  run(ctx, mobile) {
    askTarget(ctx, mobile, 'staff-tele', {}, { ground: true });
    return '';
  },
};

export function onTele(ctx: Context, mobile: number, answer: AnswerTarget): void {
  const { facet } = ctx.world.placement(mobile)!;
  const at = answer.target === 0 ? null : placeOf(ctx.world, answer.target);
  if (at !== null) teleport(ctx, mobile, at);
  else if (ctx.world.sectors.contains(facet, answer.x, answer.y)) {
    teleport(ctx, mobile, {
      facet,
      x: answer.x,
      y: answer.y,
      z: standAt(ctx, facet, answer.x, answer.y, answer.z),
    });
  }
}

export const goName: Command = {
  name: 'goname',
  access: AccessLevel.counselor,
  usage: '<name>',
  summary: 'Takes you to a person.',
  run(ctx, mobile, args) {
    const target = findOnline(ctx, mobile, args.join(' '));
    const at = target === 0 ? null : placeOf(ctx.world, target);
    if (at === null) return 'There is nobody of that name.';
    teleport(ctx, mobile, at);
    return '';
  },
};

export const bring: Command = {
  name: 'bring',
  access: AccessLevel.gamemaster,
  usage: '<name>',
  summary: 'Brings a person to you.',
  run(ctx, mobile, args) {
    const target = findOnline(ctx, mobile, args.join(' '));
    if (target === 0) return 'There is nobody of that name.';
    if (!mayActOn(ctx, mobile, target)) return 'You may not do that to them.';
    teleport(ctx, target, placeOf(ctx.world, mobile)!);
    return `You have brought ${ctx.world.require(target, Mobile).name}.`;
  },
};
