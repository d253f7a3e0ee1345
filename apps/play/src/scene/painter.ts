import { type Ground as MovementGround, TileFlag } from '@gommog/uo/movement';
import { MobileFlag, type MobileModel, shownAt } from '../model/mobile-model.ts';
import type { WorldModel } from '../model/world-model.ts';
import type { ArtBook, Picture } from './art-book.ts';
import { picturesOf, signed } from './body.ts';
import type { Camera } from './camera.ts';
import { Lights } from './lights.ts';
import { HALF, screenX, screenY, Z_PIXELS } from './projection.ts';
import type { Quads, Shade } from './quads.ts';
import { ceilingOver } from './roofs.ts';

/** What a click may mean: what is drawn at a point, with where it is. */
export interface Pickable {
  /** 0 for land and statics. */
  readonly serial: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Graphic of an item or a static, 0 for land. */
  readonly graphic: number;
  readonly picture: Picture;
  readonly left: number;
  readonly top: number;
  readonly mirrored: boolean;
}

/** Rows of tiles below the view that may reach into it: what is high is drawn far above its tile. */
const ROWS_BELOW = 26;
const ROWS_ABOVE = 3;
const COLUMNS_BESIDE = 3;
/** How much of a tree is left that hides the person. */
const FADED = 0.35;
const HIDDEN_ALPHA = 0.5;
const LAND_PICTURE = 44;
/** Land graphics that are no land: nothing is drawn there. */
const VOID_LAND = 0x002;

/** Paints the world as it is seen from above and south-east, from the farthest tile to the nearest. */
export class Painter {
  readonly #art: ArtBook;
  readonly #quads: Quads;
  readonly #lights = new Lights();
  #pickables: Pickable[] = [];
  #mobilesByTile = new Map<number, MobileModel[]>();
  /** What the pointer is on; it glows. */
  hovered = 0;

  constructor(art: ArtBook, quads: Quads) {
    this.#art = art;
    this.#quads = quads;
  }

  /** Everything that was painted last, the nearest last. */
  get pickables(): readonly Pickable[] {
    return this.#pickables;
  }

  paint(world: WorldModel, ground: MovementGround, camera: Camera, nowMs: number): void {
    const { me } = world;
    this.#pickables = [];
    this.#quads.begin();
    if (me !== undefined) {
      this.#lights.gather(world);
      this.#gatherMobiles(world, nowMs);
      this.#paintTiles(world, ground, camera, me, nowMs);
    }
    this.#quads.end();
  }

  #gatherMobiles(world: WorldModel, nowMs: number): void {
    this.#mobilesByTile.clear();
    for (const mobile of world.mobiles.values()) {
      mobile.advance(nowMs);
      // While it strides, it belongs to the nearer of its two tiles, so that neither hides it.
      const { from } = mobile.stride ?? { from: mobile };
      const isFromNearer = from.x + from.y > mobile.x + mobile.y;
      const key = isFromNearer ? keyOf(from.x, from.y) : keyOf(mobile.x, mobile.y);
      const list = this.#mobilesByTile.get(key);
      if (list === undefined) this.#mobilesByTile.set(key, [mobile]);
      else list.push(mobile);
    }
  }

  #paintTiles(
    world: WorldModel,
    ground: MovementGround,
    camera: Camera,
    me: MobileModel,
    nowMs: number,
  ): void {
    const { terrain } = ground;
    const ceiling = ceilingOver(ground, me);
    const firstRow = Math.floor(camera.top / HALF) - ROWS_ABOVE;
    const lastRow = Math.ceil((camera.top + camera.sceneHeight) / HALF) + ROWS_BELOW;
    const firstColumn = Math.floor(camera.left / HALF) - COLUMNS_BESIDE;
    const lastColumn = Math.ceil((camera.left + camera.sceneWidth) / HALF) + COLUMNS_BESIDE;
    // A row is x + y, a column x - y: of the same parity, or there is no such tile.
    for (let row = firstRow; row <= lastRow; row++) {
      for (let column = firstColumn + ((firstColumn + row) & 1); column <= lastColumn; column += 2) {
        const x = (row + column) / 2;
        const y = (row - column) / 2;
        if (x < 0 || y < 0 || x >= terrain.width || y >= terrain.height) continue;
        this.#paintTile(world, ground, camera, me, ceiling, x, y, nowMs);
      }
    }
  }

  #paintTile(
    world: WorldModel,
    ground: MovementGround,
    camera: Camera,
    me: MobileModel,
    ceiling: { readonly z: number; readonly hidesRoofs: boolean },
    x: number,
    y: number,
    nowMs: number,
  ): void {
    this.#paintLand(ground, camera, x, y);
    const { tileData } = ground;
    const things: Thing[] = [];
    for (const { graphic, hue, z } of ground.terrain.statics(x, y)) {
      const flags = tileData.itemFlags(graphic);
      if (z >= ceiling.z || (ceiling.hidesRoofs && (flags & TileFlag.roof) !== 0)) continue;
      things.push({
        z,
        order: orderOf(flags, tileData.itemHeight(graphic)),
        graphic,
        hue,
        flags,
        serial: 0,
        mobile: null,
      });
    }
    for (const { graphic, hue, serial, z } of world.itemsAt(x, y)) {
      if (z >= ceiling.z) continue;
      const flags = tileData.itemFlags(graphic);
      things.push({
        z,
        order: orderOf(flags, tileData.itemHeight(graphic)) + 1,
        graphic,
        hue,
        flags,
        serial,
        mobile: null,
      });
    }
    for (const mobile of this.#mobilesByTile.get(keyOf(x, y)) ?? []) {
      const z = mobile.stride === null ? mobile.z : Math.max(mobile.z, mobile.stride.from.z);
      if (z >= ceiling.z && mobile !== me) continue;
      things.push({ z, order: 3, graphic: 0, hue: 0, flags: 0, serial: mobile.serial, mobile });
    }
    if (things.length > 1) things.sort((a, b) => a.z - b.z || a.order - b.order);
    for (const thing of things) {
      if (thing.mobile !== null) this.#paintMobile(ground, thing.mobile, nowMs);
      else this.#paintThing(thing, x, y, camera, nowMs);
    }
  }

  #paintLand({ terrain }: MovementGround, camera: Camera, x: number, y: number): void {
    const z = terrain.landZ(x, y);
    const east = x + 1 < terrain.width ? x + 1 : x;
    const south = y + 1 < terrain.height ? y + 1 : y;
    const right = terrain.landZ(east, y);
    const left = terrain.landZ(x, south);
    const bottom = terrain.landZ(east, south);
    const graphic = terrain.land(x, y);
    const px = screenX(x, y);
    const py = screenY(x, y, 0);
    const lowest = Math.min(z, right, left, bottom);
    if (py - Math.max(z, right, left, bottom) * Z_PIXELS > camera.top + camera.sceneHeight) return;
    const picture = graphic === VOID_LAND ? null : this.#art.land(graphic);
    if (picture !== null) {
      const light = this.#lights.at(px, py - z * Z_PIXELS) * slopeLight(z, right, bottom, left);
      const shade = { hue: 0, light, alpha: 1, glow: 0 };
      const lift = {
        top: z * Z_PIXELS,
        right: right * Z_PIXELS,
        bottom: bottom * Z_PIXELS,
        left: left * Z_PIXELS,
      };
      this.#quads.diamond(picture, px, py, lift, shade);
      const top = py - z * Z_PIXELS;
      this.#pickables.push({
        serial: 0,
        x,
        y,
        z: lowest,
        graphic: 0,
        picture,
        left: px - HALF,
        top,
        mirrored: false,
      });
    }
  }

  #paintThing(thing: Thing, x: number, y: number, camera: Camera, nowMs: number): void {
    const picture = this.#art.static(this.#frameOf(thing, nowMs));
    if (picture === null) return;
    const px = screenX(x, y);
    const py = screenY(x, y, thing.z);
    const left = px + picture.right;
    const top = py + LAND_PICTURE + picture.down;
    if (top > camera.top + camera.sceneHeight || top + picture.height < camera.top) return;
    const isFoliage = (thing.flags & TileFlag.foliage) !== 0;
    const shade: Shade = {
      hue: signed(thing.hue, (thing.flags & TileFlag.partialHue) !== 0),
      light: this.#lights.at(px, py),
      alpha:
        isFoliage && covers(left, top, picture, camera)
          ? FADED
          : (thing.flags & TileFlag.translucent) !== 0
            ? 0.7
            : 1,
      glow: thing.serial !== 0 && thing.serial === this.hovered ? 0.25 : 0,
    };
    this.#quads.picture(picture, left, top, false, shade);
    const { graphic, serial, z } = thing;
    this.#pickables.push({ serial, x, y, z, graphic, picture, left, top, mirrored: false });
  }

  #frameOf({ flags, graphic }: Thing, nowMs: number): number {
    if ((flags & TileFlag.animated) === 0) return graphic;
    const animation = this.#art.animation(graphic);
    if (animation === null || animation.offsets.length === 0) return graphic;
    return graphic + animation.offsets[Math.floor(nowMs / animation.intervalMs) % animation.offsets.length]!;
  }

  #paintMobile({ tileData }: MovementGround, mobile: MobileModel, nowMs: number): void {
    const { x, y, z } = shownAt(mobile, nowMs);
    const px = screenX(x, y);
    const py = screenY(x, y, z) + HALF;
    const shade = {
      light: this.#lights.at(px, py),
      alpha: (mobile.flags & MobileFlag.hidden) !== 0 ? HIDDEN_ALPHA : 1,
      glow: mobile.serial === this.hovered ? 0.25 : 0,
    };
    for (const { frame, hue, mirrored } of picturesOf(this.#art, tileData, mobile, nowMs)) {
      const left = Math.round(px) + (mirrored ? -frame.right - frame.width : frame.right);
      const top = Math.round(py) + frame.down;
      this.#quads.picture(frame, left, top, mirrored, { ...shade, hue });
      this.#pickables.push({
        serial: mobile.serial,
        x: mobile.x,
        y: mobile.y,
        z: mobile.z,
        graphic: 0,
        picture: frame,
        left,
        top,
        mirrored,
      });
    }
  }
}

interface Thing {
  readonly z: number;
  /** Among things of one height: flat ones first. */
  readonly order: number;
  readonly graphic: number;
  readonly hue: number;
  readonly flags: number;
  readonly serial: number;
  readonly mobile: MobileModel | null;
}

function orderOf(flags: number, height: number): number {
  return ((flags & TileFlag.background) === 0 ? 1 : 0) + (height > 0 ? 1 : 0);
}

/** Light falls from the upper left: slopes that face it are brighter. */
function slopeLight(top: number, right: number, bottom: number, left: number): number {
  if (top === right && right === bottom && bottom === left) return 1;
  const facing = (right - left) * 0.012 + (bottom - top) * 0.02;
  return Math.min(1.15, Math.max(0.72, 1 + facing));
}

/** Does a picture hide the middle of the view, where the person stands? */
function covers(left: number, top: number, { height, width }: Picture, camera: Camera): boolean {
  const x = camera.left + camera.sceneWidth / 2;
  const y = camera.top + camera.sceneHeight / 2;
  return left < x + 14 && left + width > x - 14 && top < y && top + height > y - 60;
}

function keyOf(x: number, y: number): number {
  return y * 0x10000 + x;
}
