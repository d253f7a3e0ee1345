import { AccessLevel } from '../../../rules/accounts/account.ts';
import type { Context } from '../../../rules/context.ts';
import { lightFor } from '../../../rules/light/seen-light.ts';
import { Mobile, Skills, Stats } from '../../../rules/mobiles/mobile.ts';
import { notorietyOf } from '../../../rules/mobiles/notoriety.ts';
import { directionByte } from '../../../rules/movement/direction.ts';
import { accessOf } from '../../../rules/staff/access.ts';
import { commandsFor } from '../../../rules/staff/commands.ts';
import { Item } from '../../../rules/things/item.ts';
import { carriedGold, carriedWeight, maxWeight } from '../../../rules/things/weight.ts';
import * as web from '../../../web/index.ts';
import { shortText } from '../../../web/short-text.ts';
import { clothesOf } from '../../clothes.ts';
import { type PeopleWords, wording } from '../../dialect.ts';
import type { Session } from '../../session.ts';

const AT_WAR = 1;
const MAY_TAKE_OFF = 2;
/** As much as a number of two bytes can tell. */
const MOST = 0xffff;
/** Most that a skill can be, in tenths of a point. */
const SKILL_CAP = 1000;

export function peopleWords(ctx: Context): PeopleWords {
  const { world } = ctx;
  return {
    entered(to) {
      to.send(web.encodeEntered, {
        serial: to.mobile,
        access: accessOf(ctx, to.mobile),
        viewRange: to.range,
        worldMs: ctx.nowMs,
      });
      sendFacet(ctx, to);
      sendLight(ctx, to);
      to.send(web.encodeMobile, mobileOf(ctx, to.mobile));
      sendOwnStatus(ctx, to);
      sendCommands(ctx, to);
    },

    surroundingsShown: (to) => sendSkills(ctx, to),
    facetEntered: (to) => sendFacet(ctx, to),
    skills: (to) => sendSkills(ctx, to),
    light: (to) => sendLight(ctx, to),

    placed(to) {
      const { facet, x, y, z } = world.placement(to.mobile)!;
      to.send(web.encodePlaced, { facet, x, y, z, facing: world.require(to.mobile, Mobile).direction });
    },

    stepTaken(to, sequence) {
      to.send(web.encodeStepTaken, { sequence });
    },

    stepDenied(to, sequence) {
      const { x, y, z } = world.placement(to.mobile)!;
      to.send(web.encodeStepDenied, {
        sequence,
        x,
        y,
        z,
        facing: world.require(to.mobile, Mobile).direction,
      });
    },

    selfChanged(to) {
      to.send(web.encodeMobile, mobileOf(ctx, to.mobile));
    },

    status(to, mobile) {
      if (mobile === to.mobile) sendOwnStatus(ctx, to);
      else sendHealth(ctx, to, mobile);
    },

    warMode(to, war) {
      to.send(web.encodeWarMode, { war: war ? 1 : 0 });
    },

    paperdoll(to, of) {
      const { name, title, war } = world.require(of, Mobile);
      to.send(web.encodePaperdoll, {
        serial: of,
        flags: (war ? AT_WAR : 0) | (to.mobile === of ? MAY_TAKE_OFF : 0),
        text: shortText(title === '' ? name : `${name}, ${title}`),
      });
    },

    mobile: (serial) => wording(web.encodeMobile, mobileOf(ctx, serial)),
    moved(serial) {
      const { direction, running } = world.require(serial, Mobile);
      const { x, y, z } = world.placement(serial)!;
      return wording(web.encodeMobileMoved, { serial, x, y, z, facing: directionByte(direction, running) });
    },
    gone: (serial) => wording(web.encodeGone, { serial }),
    animated: (serial, action) => wording(web.encodeMobileAnimated, { serial, action }),
  };
}

function mobileOf({ world }: Context, serial: number): web.MobileIn {
  const mobile = world.require(serial, Mobile);
  const { x, y, z } = world.placement(serial)!;
  return {
    serial,
    body: mobile.body,
    hue: mobile.hue,
    x,
    y,
    z,
    facing: directionByte(mobile.direction, mobile.running),
    flags: flagsOf(mobile),
    notoriety: notorietyOf(mobile),
    name: shortText(mobile.name),
    worn: clothesOf(world, serial).map((item) => {
      const { graphic, hue } = world.require(item, Item);
      return { serial: item, graphic, layer: world.placement(item)!.slot, hue };
    }),
  };
}

function flagsOf(mobile: Mobile): number {
  return (
    (mobile.frozen ? web.MobileFlag.frozen : 0) |
    (mobile.female ? web.MobileFlag.female : 0) |
    (mobile.invulnerable ? web.MobileFlag.invulnerable : 0) |
    (mobile.war ? web.MobileFlag.war : 0) |
    (mobile.hidden ? web.MobileFlag.hidden : 0) |
    (mobile.ghost ? web.MobileFlag.dead : 0)
  );
}

/** Clients in a browser know of one light. */
function sendLight(ctx: Context, to: Session): void {
  const { sight, sky } = lightFor(ctx, to.mobile);
  to.send(web.encodeLight, { level: Math.max(0, sky - sight) });
}

function sendFacet(ctx: Context, to: Session): void {
  const { facet } = ctx.world.placement(to.mobile)!;
  const { height, width } = ctx.world.sectors.plane(facet)!;
  const season = ctx.seasonOf(facet) as web.FacetEnteredIn['season'];
  to.send(web.encodeFacetEntered, { facet, width, height, season });
}

/** What staff may say; nothing to players. */
function sendCommands(ctx: Context, to: Session): void {
  const isStaff = accessOf(ctx, to.mobile) > AccessLevel.player;
  if (!isStaff || to.version < web.COMMANDS_VERSION) return;
  const commands = commandsFor(ctx, to.mobile).map(({ name, summary, usage }) => ({
    name: shortText(name),
    usage: shortText(usage),
    summary: shortText(summary),
  }));
  to.send(web.encodeStaffCommands, { commands });
}

function sendHealth({ world }: Context, to: Session, serial: number): void {
  const stats = world.get(serial, Stats);
  if (stats === undefined) return;
  const percent = Math.ceil((stats.hits * 100) / Math.max(1, stats.str));
  to.send(web.encodeHealth, { serial, percent: Math.min(100, Math.max(0, percent)) });
}

function sendOwnStatus(ctx: Context, to: Session): void {
  const { mobile } = to;
  const stats = ctx.world.get(mobile, Stats);
  if (stats === undefined) return;
  const { dex, hits, int, mana, stam, str } = stats;
  to.send(web.encodeStatus, {
    hits: Math.max(0, hits),
    hitsMax: str,
    stamina: Math.max(0, stam),
    staminaMax: dex,
    mana: Math.max(0, mana),
    manaMax: int,
    strength: str,
    dexterity: dex,
    intelligence: int,
    statLocks: ctx.world.get(mobile, Skills)?.statLocks ?? 0,
    weight: Math.min(MOST, Math.floor(carriedWeight(ctx, mobile))),
    weightMax: Math.min(MOST, maxWeight(ctx, mobile)),
    gold: carriedGold(ctx, mobile),
  });
}

function sendSkills({ world }: Context, to: Session): void {
  const skills = world.get(to.mobile, Skills);
  if (skills === undefined) return;
  to.send(web.encodeSkills, {
    skills: skills.values.map((value, id) => ({
      value,
      base: value,
      cap: SKILL_CAP,
      lock: skills.locks[id] ?? 0,
    })),
  });
}
