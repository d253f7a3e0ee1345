import type { TileData } from '@gommog/uo/movement';
import type { MobileModel } from '../model/mobile-model.ts';
import { MobileFlag } from '../model/mobile-model.ts';
import type { ArtBook, BodyLook, Picture } from './art-book.ts';

/** Layers from the skin outwards, for somebody who is seen from the front. Source: order of classic clients. */
const PAINT_ORDER = [
  0x19, 0x05, 0x04, 0x03, 0x18, 0x13, 0x0d, 0x11, 0x08, 0x0a, 0x0e, 0x07, 0x17, 0x0c, 0x16, 0x0b, 0x10, 0x06,
  0x14, 0x09, 0x12, 0x01, 0x02,
] as const;
const CLOAK = 0x14;
/** Directions of the files in which a cloak hangs before everything else. */
const SEEN_FROM_BEHIND = new Set([3, 4]);
/** Set in a hue that colours grey pixels alone. */
const GREY_ONLY = 0x8000;

/** Direction of the world → direction of the files and whether it is mirrored. Source: classic client rule. */
const FILE_DIRECTIONS = [
  { file: 3, mirrored: true },
  { file: 2, mirrored: true },
  { file: 1, mirrored: true },
  { file: 0, mirrored: false },
  { file: 1, mirrored: false },
  { file: 2, mirrored: false },
  { file: 3, mirrored: false },
  { file: 4, mirrored: false },
] as const;

/** Actions by the kind of body. Source: classic client rule. */
const PEOPLE = {
  walk: 0,
  walkArmed: 1,
  run: 2,
  runArmed: 3,
  stand: 4,
  standWar: 7,
  ride: 23,
  rideRun: 24,
  sit: 25,
};
const ANIMAL = { walk: 0, run: 1, stand: 2 };
const MONSTER = { walk: 0, run: 0, stand: 1 };
const WALK_FRAME_MS = 80;
const RUN_FRAME_MS = 60;
const STAND_FRAME_MS = 160;
const GESTURE_FRAME_MS = 110;
const MOUNT_LAYER = 0x19;

/** One picture of a being's body or of what it wears. */
export interface Layered {
  readonly frame: Picture;
  readonly mirrored: boolean;
  readonly hue: number;
}

export function isPerson(body: number): boolean {
  return body === 400 || body === 401 || body === 402 || body === 403 || body === 605 || body === 606;
}

/** What the shard says of a body, or else the order of bodies in the classic animation file. */
function lookOf(art: ArtBook, body: number): BodyLook {
  const look = art.look(body);
  if (look !== null) return look;
  return { hue: 0, ...(body < 200 ? MONSTER : body < 400 ? ANIMAL : PEOPLE) };
}

/** The pictures of a being at a time, the lowest first; none while they are on their way. */
export function picturesOf(art: ArtBook, tileData: TileData, mobile: MobileModel, nowMs: number): Layered[] {
  const { file, mirrored } = FILE_DIRECTIONS[mobile.direction & 7]!;
  const { action, frameMs, once } = actionOf(art, mobile, nowMs);
  const startMs = once ? mobile.gesture!.startMs : 0;
  // Who has no pictures of a gesture goes on as before.
  if (once && art.frames(mobile.body, action, file)?.length === 0) {
    mobile.gesture = null;
    return picturesOf(art, tileData, mobile, nowMs);
  }
  const pick = (body: number, of: number): Picture | null => {
    const frames = art.frames(body, of, file);
    if (frames === null || frames.length === 0) return null;
    const index = Math.floor((nowMs - startMs) / frameMs);
    if (once && index >= frames.length) mobile.gesture = null;
    return frames[index % frames.length]!;
  };
  const pictures: Layered[] = [];
  const mount = mobile.worn.find(({ layer }) => layer === MOUNT_LAYER);
  if (mount !== undefined && isPerson(mobile.body)) {
    const steed = tileData.itemAnimation(mount.graphic);
    const { hue, run, stand, walk } = lookOf(art, steed);
    const frame = pick(steed, mobile.stride === null ? stand : mobile.isRunning ? run : walk);
    if (frame !== null) pictures.push({ frame, mirrored, hue: signed(mount.hue || hue, false) });
  }
  const body = pick(mobile.body, action);
  if (body !== null) {
    const hue = mobile.hue || lookOf(art, mobile.body).hue;
    pictures.push({ frame: body, mirrored, hue: signed(hue, false) });
  }
  if (!isPerson(mobile.body)) return pictures;
  for (const layer of orderFrom(file)) {
    const worn = mobile.worn.find((each) => each.layer === layer);
    if (worn === undefined || layer === MOUNT_LAYER) continue;
    const animation = tileData.itemAnimation(worn.graphic);
    const fitting = art.fitting(mobile.body, animation);
    const frame = animation === 0 ? null : pick(fitting?.body ?? animation, action);
    const greyOnly = (tileData.itemFlags(worn.graphic) & 0x00040000) !== 0;
    const hue = worn.hue || (fitting?.hue ?? 0);
    if (frame !== null) pictures.push({ frame, mirrored, hue: signed(hue, greyOnly) });
  }
  return pictures;
}

function orderFrom(file: number): readonly number[] {
  if (SEEN_FROM_BEHIND.has(file)) return [...PAINT_ORDER.filter((layer) => layer !== CLOAK), CLOAK];
  return [CLOAK, ...PAINT_ORDER.filter((layer) => layer !== CLOAK)];
}

/** A hue as quads take it: negative for grey pixels alone. */
export function signed(hue: number, greyOnly: boolean): number {
  const plain = hue & 0x3fff;
  return greyOnly || (hue & GREY_ONLY) !== 0 ? -plain : plain;
}

function actionOf(
  art: ArtBook,
  mobile: MobileModel,
  nowMs: number,
): { action: number; frameMs: number; once: boolean } {
  const { body, flags, gesture, isMounted, isRunning, stride, worn } = mobile;
  if (gesture !== null && nowMs - gesture.startMs < 3_000 && stride === null)
    return { action: gesture.action, frameMs: GESTURE_FRAME_MS, once: true };
  mobile.gesture = null;
  const frameMs = stride === null ? STAND_FRAME_MS : isRunning ? RUN_FRAME_MS : WALK_FRAME_MS;
  if (!isPerson(body)) {
    const actions = lookOf(art, body);
    return {
      action: stride === null ? actions.stand : isRunning ? actions.run : actions.walk,
      frameMs,
      once: false,
    };
  }
  if (isMounted) {
    return {
      action: stride === null ? PEOPLE.sit : isRunning ? PEOPLE.rideRun : PEOPLE.ride,
      frameMs,
      once: false,
    };
  }
  const isArmed = worn.some(({ layer }) => layer === 1 || layer === 2);
  if (stride === null) {
    const action = (flags & MobileFlag.war) !== 0 ? PEOPLE.standWar : PEOPLE.stand;
    return { action, frameMs, once: false };
  }
  const walk = isArmed ? PEOPLE.walkArmed : PEOPLE.walk;
  return { action: isRunning ? (isArmed ? PEOPLE.runArmed : PEOPLE.run) : walk, frameMs, once: false };
}
