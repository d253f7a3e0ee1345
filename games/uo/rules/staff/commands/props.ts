import type { Component, Field } from '@gommog/core';
import { AccessLevel } from '../../accounts/account.ts';
import { components } from '../../components.ts';
import type { Context } from '../../context.ts';
import type { AnswerTarget } from '../../intents.ts';
import { isMobile } from '../../kinds.ts';
import { tell } from '../../refusals.ts';
import { askTarget } from '../../windows/ask-target.ts';
import { GumpLayout } from '../../windows/gump-layout.ts';
import type { GumpAnswer } from '../../windows/gumps.ts';
import { openGump } from '../../windows/open-gump.ts';
import { mayActOn } from '../access.ts';
import { audit } from '../audit.ts';
import type { Command } from '../command.ts';

/** Least and most that a number field can hold. */
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  u8: [0, 0xff],
  i8: [-0x80, 0x7f],
  u16: [0, 0xffff],
  i16: [-0x8000, 0x7fff],
  u32: [0, 0xffffffff],
  i32: [-0x80000000, 0x7fffffff],
};
const MAX_TEXT = 200;
const ROWS = 16;

/** Components that only the server may change: who one is, and where the session stands. */
const sealed = new Set(['account', 'presence', 'character', 'target-cursor', 'gumps', 'walker', 'origin']);

interface Property {
  readonly component: Component;
  readonly name: string;
  readonly field: Field<unknown>;
  readonly value: unknown;
}

/** Every property of an entity that the gump shows. A place is no entity: what serial 0 has is the world's own. */
function propertiesOf(ctx: Context, target: number): Property[] {
  const found: Property[] = [];
  if (target === 0) return found;
  for (const component of components) {
    const state = ctx.world.get(target, component) as Record<string, unknown> | undefined;
    if (state === undefined || component.name === 'account') continue;
    for (const name of component.fieldNames) {
      found.push({ component, name, field: component.fields[name]!, value: state[name] });
    }
  }
  return found;
}

export const props: Command = {
  name: 'props',
  access: AccessLevel.gamemaster,
  usage: '',
  summary: 'Shows the properties of what you point at, and lets you change them.',
  run(ctx, mobile) {
    askTarget(ctx, mobile, 'staff-props');
    return '';
  },
};

export function onProps(ctx: Context, mobile: number, answer: AnswerTarget): void {
  const { target } = answer;
  const root = ctx.world.rootOf(target);
  if (target === 0) tell(ctx, mobile, wordsOfPlace(ctx, mobile, answer));
  else if (!ctx.world.exists(target)) tell(ctx, mobile, 'That has no properties.');
  else if (isMobile(root) && !mayActOn(ctx, mobile, root)) tell(ctx, mobile, 'You may not do that to them.');
  else showProperties(ctx, mobile, target);
}

/** What lies or stands at a place without being an item. Clients name the graphic of a static, and 0 for land. */
function wordsOfPlace(
  { facets, tileData, world }: Context,
  mobile: number,
  { graphic, x, y }: AnswerTarget,
): string {
  const terrain = facets.get(world.placement(mobile)!.facet)!;
  if (x >= terrain.width || y >= terrain.height) return 'There is no such place.';
  const aimed = terrain.statics(x, y).find((each) => graphic !== 0 && each.graphic === graphic);
  if (aimed !== undefined)
    return `Static 0x${graphic.toString(16)} (${tileData.itemName(graphic)}) at ${x}, ${y}, ${aimed.z}.`;
  const land = terrain.land(x, y);
  return `Land 0x${land.toString(16)} (${tileData.landName(land)}) at ${x}, ${y}, ${terrain.landZ(x, y)}.`;
}

function showProperties(ctx: Context, mobile: number, target: number): void {
  const properties = propertiesOf(ctx, target);
  const layout = new GumpLayout().page(0).background(0, 0, 440, 460);
  layout.text(20, 15, 0x480, `Properties of 0x${target.toString(16)}`);
  properties.forEach((property, i) => {
    const row = i % ROWS;
    const page = 1 + Math.floor(i / ROWS);
    const y = 45 + row * 24;
    if (row === 0) {
      layout.page(page);
      if (page > 1) layout.turn(360, 15, page - 1, 4014, 4016);
      if (properties.length > page * ROWS) layout.turn(395, 15, page + 1);
    }
    layout.cropped(20, y, 170, 20, 0x3b2, fullName(property));
    if (isSettable(property)) {
      layout.entry(200, y, 180, 20, 0x480, i, String(property.value));
      layout.button(395, y, i + 1);
    } else {
      layout.cropped(200, y, 220, 20, 0x3b2, shown(property.value));
    }
  });
  const names = properties.map(fullName);
  openGump(ctx, mobile, 'staff-props', layout, { target, names });
}

function fullName({ component, name }: Property): string {
  return `${component.name}.${name}`;
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, MAX_TEXT);
}

function isSettable({ component, field }: Property): boolean {
  return field.type !== 'json' && !sealed.has(component.name);
}

export function onPropsAnswer(
  ctx: Context,
  mobile: number,
  answer: GumpAnswer,
  data: Readonly<Record<string, unknown>>,
): void {
  const { target, names } = data as { target: number; names: readonly string[] };
  const index = answer.button - 1;
  // By name: what the target has may have changed since it was shown.
  const property = propertiesOf(ctx, target).find((each) => fullName(each) === names[index]);
  if (property === undefined) return;
  const outcome = setProperty(ctx, mobile, target, property, answer.texts.get(index) ?? '');
  tell(ctx, mobile, outcome);
  if (ctx.world.exists(target)) showProperties(ctx, mobile, target);
}

export const set: Command = {
  name: 'set',
  access: AccessLevel.gamemaster,
  usage: '<property> <value>',
  summary: 'Sets a property of what you point at, such as: set hue 33.',
  run(ctx, mobile, [name = '', ...value]) {
    if (name === '' || value.length === 0) return `Usage: set ${set.usage}`;
    askTarget(ctx, mobile, 'staff-set', { name, value: value.join(' ') });
    return '';
  },
};

export function onSet(
  ctx: Context,
  mobile: number,
  { target }: AnswerTarget,
  data: Readonly<Record<string, unknown>>,
): void {
  const { name, value } = data as { name: string; value: string };
  const wanted = name.toLowerCase();
  const property = propertiesOf(ctx, target).find(
    (each) => each.name.toLowerCase() === wanted || fullName(each).toLowerCase() === wanted,
  );
  if (property === undefined) tell(ctx, mobile, `That has no property '${name}'.`);
  else tell(ctx, mobile, setProperty(ctx, mobile, target, property, value));
}

/** The one place where staff change a property; the outcome goes to the audit log too. */
function setProperty(ctx: Context, mobile: number, target: number, property: Property, text: string): string {
  const outcome = trySet(ctx, mobile, target, property, text);
  audit(ctx, mobile, `set ${property.component.name}.${property.name} of ${target} to '${text}'`, outcome);
  return outcome;
}

function trySet(ctx: Context, mobile: number, target: number, property: Property, text: string): string {
  const { component, name, field } = property;
  if (!isSettable(property)) return `${name} cannot be set.`;
  const root = ctx.world.rootOf(target);
  if (isMobile(root) && !mayActOn(ctx, mobile, root)) return 'You may not do that to them.';
  const value = parse(field, text);
  if (value === null) return `'${text}' is no value for ${name} (${field.type}).`;
  const state = ctx.world.require(target, component) as Record<string, unknown>;
  state[name] = value;
  if (isMobile(target)) {
    ctx.emit({ kind: 'mobile-changed', mobile: target });
    ctx.emit({ kind: 'status-changed', mobile: target });
  } else if (ctx.world.placement(target) !== undefined)
    ctx.emit({ kind: 'item-changed', item: target, from: null });
  return `${name} is now ${text}.`;
}

/** The value of a field that a text stands for, null when it stands for none. Numbers may be hexadecimal (0x…). */
function parse(field: Field<unknown>, text: string): unknown {
  if (field.type === 'text') return text.slice(0, MAX_TEXT);
  if (field.type === 'bool')
    return /^(true|yes|1)$/i.test(text) ? true : /^(false|no|0)$/i.test(text) ? false : null;
  if (text.trim() === '') return null;
  const value = Number(text);
  if (field.type === 'f64') return Number.isFinite(value) ? value : null;
  const [least, most] = ranges[field.type]!;
  return Number.isInteger(value) && value >= least && value <= most ? value : null;
}
