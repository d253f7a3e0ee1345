import * as packets from '../../../protocol/index.ts';
import type { Context } from '../../../rules/context.ts';
import { lightFor } from '../../../rules/light/seen-light.ts';
import { Mobile, Skills, Stats } from '../../../rules/mobiles/mobile.ts';
import { notorietyOf } from '../../../rules/mobiles/notoriety.ts';
import { carriedGold, carriedWeight, maxWeight } from '../../../rules/things/weight.ts';
import type { PeopleWords, Wording } from '../../dialect.ts';
import type { Session } from '../../session.ts';
import * as describe from '../describe.ts';
import { packet } from '../packet-wording.ts';

/** From here on the status of a person has the extended attributes. */
const EXTENDED_STATUS = 0x07001e00;
/** From here on it has weights and race. */
const WEIGHT_STATUS = 0x05000000;

/** Nothing yet gives resistances, luck or bonuses; the limits are those of a person without any. */
const NO_COMBAT: packets.StatusCombatIn = {
  fireResistance: 0,
  coldResistance: 0,
  poisonResistance: 0,
  energyResistance: 0,
  luck: 0,
  damageMin: 1,
  damageMax: 4,
  tithing: 0,
};
const NO_BONUSES: packets.StatusBonusesIn = {
  physicalResistanceMax: 70,
  fireResistanceMax: 70,
  coldResistanceMax: 70,
  poisonResistanceMax: 70,
  energyResistanceMax: 70,
  defenceChance: 0,
  defenceChanceMax: 45,
  hitChance: 0,
  swingSpeed: 0,
  damageIncrease: 0,
  lowerReagentCost: 0,
  spellDamage: 0,
  fasterCastRecovery: 0,
  fasterCasting: 0,
  lowerManaCost: 0,
};

/** As much as the status can tell of, in stones. */
const MOST_WEIGHT = 0xffff;

const AT_WAR = 1;
const MAY_LIFT = 2;
/** Frames of most actions of a human body. */
const FRAMES = 7;

export function peopleWords(ctx: Context): PeopleWords {
  const { world } = ctx;
  return {
    entered: (to) => enterScreen(ctx, to),
    surroundingsShown: (to) => sendSkills(ctx, to),
    facetEntered: (to) => sendFacet(ctx, to),
    status: (to, mobile) => sendStatus(ctx, to, mobile),
    skills: (to) => sendSkills(ctx, to),
    light: (to) => sendLight(ctx, to),

    placed(to) {
      to.send(packets.encodeUpdatePlayer, describe.updatePlayer(world, to.mobile));
    },

    stepTaken(to, sequence) {
      const notoriety = notorietyOf(world.require(to.mobile, Mobile));
      to.send(packets.encodeWalkAccepted, { sequence, notoriety });
    },

    stepDenied(to, sequence) {
      const { x, y, z } = world.placement(to.mobile)!;
      const { direction } = world.require(to.mobile, Mobile);
      to.send(packets.encodeWalkDenied, { sequence, x, y, direction, z });
    },

    /** 0x20 would throw the client's steps away; 0x77 only changes looks. */
    selfChanged(to) {
      to.send(packets.encodeMobileMoving, describe.mobileMoving(world, to.mobile));
    },

    warMode(to, war) {
      to.send(packets.encodeWarMode, { war: war ? 1 : 0 });
    },

    paperdoll(to, of) {
      const { name, title, war } = world.require(of, Mobile);
      const text = title === '' ? name : `${name}, ${title}`;
      const flags = (war ? AT_WAR : 0) | (to.mobile === of ? MAY_LIFT : 0);
      to.send(packets.encodePaperdoll, { serial: of, text, flags });
    },

    mobile: (serial) => mobileIncoming(ctx, serial),
    moved: (serial) =>
      packet('mobile_moving', packets.encodeMobileMoving, describe.mobileMoving(world, serial)),
    gone: (serial) => packet('delete_object', packets.encodeDeleteObject, { serial }),
    animated: (serial, action) =>
      packet('character_animation', packets.encodeCharacterAnimation, {
        serial,
        action,
        frameCount: FRAMES,
        repeatCount: 1,
        backwards: 0,
        repeat: 0,
        delay: 0,
      }),
  };
}

/** Which clothes have a hue depends on the version, and so does what is to be written. */
function mobileIncoming({ world }: Context, serial: number): Wording {
  return {
    layoutOf: (version) => packets.serverLayoutOf('mobile_incoming', version),
    write: (writer, version) =>
      packets.encodeMobileIncoming(writer, describe.mobileIncoming(world, serial, version), version),
  };
}

/** Everything a client needs to leave its login screen and show the world, except what is around it. */
function enterScreen(ctx: Context, session: Session): void {
  const { world } = ctx;
  const { mobile } = session;
  const plane = world.sectors.plane(world.placement(mobile)!.facet)!;
  const self = describe.updatePlayer(world, mobile);
  session.send(packets.encodeLoginConfirm, {
    serial: mobile,
    body: self.body,
    x: self.x,
    y: self.y,
    z: self.z,
    direction: self.direction,
    mapWidth: plane.width,
    mapHeight: plane.height,
  });
  sendFacet(ctx, session);
  session.send(packets.encodeUpdatePlayer, self);
  sendLight(ctx, session);
  // Before anything around the person: one known client insists on it, the others do not mind.
  session.send(packets.encodeLoginComplete, {});
  session.send(packets.encodeMobileIncoming, describe.mobileIncoming(world, mobile, session.version));
  sendStatus(ctx, session, mobile);
  session.send(packets.encodeWarMode, { war: world.require(mobile, Mobile).war ? 1 : 0 });
}

function sendLight(ctx: Context, session: Session): void {
  const { sight, sky } = lightFor(ctx, session.mobile);
  session.send(packets.encodeGlobalLight, { level: sky });
  session.send(packets.encodePersonalLight, { serial: session.mobile, level: sight });
}

/** Which facet, and its season. */
function sendFacet(ctx: Context, session: Session): void {
  const { facet } = ctx.world.placement(session.mobile)!;
  session.send(packets.encodeGeneralInformation, { sub: 0x08, body: { map: facet } });
  session.send(packets.encodeSeasonChange, { season: ctx.seasonOf(facet), playSound: 1 });
}

/** The status of a mobile: all of it to the person itself, a scaled health bar to others. */
export function sendStatus(ctx: Context, session: Session, mobile: number): void {
  const { world } = ctx;
  const seen = world.get(mobile, Mobile);
  const stats = world.get(mobile, Stats);
  if (seen === undefined || stats === undefined) return;
  const { str, dex, int } = stats;
  if (mobile !== session.mobile) {
    const hits = Math.max(0, Math.ceil((stats.hits * 100) / Math.max(1, str)));
    session.send(packets.encodeStatus, {
      serial: mobile,
      name: seen.name,
      hits,
      hitsMax: 100,
      renamable: 0,
      kind: 0,
    });
    return;
  }
  const kind = session.version >= EXTENDED_STATUS ? 6 : session.version >= WEIGHT_STATUS ? 5 : 4;
  session.send(packets.encodeStatus, {
    serial: mobile,
    name: seen.name,
    hits: Math.max(0, stats.hits),
    hitsMax: str,
    renamable: 0,
    kind,
    basic: {
      female: seen.female ? 1 : 0,
      strength: str,
      dexterity: dex,
      intelligence: int,
      stamina: Math.max(0, stats.stam),
      staminaMax: dex,
      mana: Math.max(0, stats.mana),
      manaMax: int,
      gold: carriedGold(ctx, mobile),
      armor: 0,
      weight: Math.min(MOST_WEIGHT, Math.floor(carriedWeight(ctx, mobile))),
    },
    physique: { weightMax: Math.min(MOST_WEIGHT, maxWeight(ctx, mobile)), race: seen.race + 1 },
    statCap: 225,
    followers: { followers: 0, followersMax: 5 },
    combat: NO_COMBAT,
    bonuses: NO_BONUSES,
  });
  // All up is what a client assumes without being told.
  const locks = world.get(mobile, Skills)?.statLocks ?? 0;
  if (locks === 0) return;
  session.send(packets.encodeGeneralInformation, {
    sub: 0x19,
    body: {
      kind: 2,
      serial: mobile,
      body: { strength: (locks >> 4) & 3, dexterity: (locks >> 2) & 3, intelligence: locks & 3 },
    },
  });
}

export function sendSkills(ctx: Context, session: Session): void {
  const skills = ctx.world.get(session.mobile, Skills);
  if (skills === undefined) return;
  session.send(packets.encodeSkills, {
    kind: 2,
    body: {
      skills: skills.values.map((value, id) => ({
        number: id + 1,
        value,
        base: value,
        lock: (skills.locks[id] ?? 0) as 0 | 1 | 2,
        cap: 1000,
      })),
    },
  });
}
