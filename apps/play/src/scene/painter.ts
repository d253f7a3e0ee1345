import { type Ground, TileFlag } from '@gommog/uo/movement';
import { MobileFlag, type MobileModel, shownAt } from '../model/mobile-model.ts';
import type { WorldModel } from '../model/world-model.ts';
import type { ArtBook, Picture } from './art-book.ts';
import { picturesOf, signed } from './body.ts';
import type { Camera } from './camera.ts';
import { carriedLights } from './carried.ts';
import { Depth, Rank } from './depth.ts';
import { GroundItems } from './ground-items.ts';
import { LAMP_REACH, lampsAround } from './lamps.ts';
import { paintLand } from './land-painter.ts';
import { type Laid, paintInOrder } from './paint-order.ts';
import { HALF, screenX, screenY, Z_PIXELS } from './projection.ts';
import { evenLight, type LampAt, type Quads, type Shade } from './quads.ts';
import { reachOf, tilesInReach } from './reach.ts';
import { grown, type Rect } from './rect.ts';
import { type Ceiling, ceilingOver, NO_CEILING } from './roofs.ts';
import type { Screen } from './screen.ts';
import { nameOf, type Pickable, type Standing, standingAt } from './standing.ts';
import { isLitWindow, paneOf, windowGlow } from './windows.ts';

/** How much of a tree is left that hides the person. */
const FADED = 0.35;
const TRANSLUCENT = 0.7;
const HIDDEN_ALPHA = 0.5;
const HOVERED_GLOW = 0.25;
const LAND_PICTURE = 44;
/** Pixels around the person that a tree hides it in. */
const PERSON = { left: -14, top: -60, right: 14, bottom: 0 };
/** Largest that pictures of things are, in pixels: how far around a tile something may look different. */
const THING_SIZE = 150;

/** A mobile's tile and height, for the order of painting. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Paints the world as it is seen from above and south-east: what stands still once, and over it, in each frame, what does not. */
export class Painter {
  readonly #art: ArtBook;
  readonly #screen: Screen;
  readonly #depth = new Depth();
  readonly #items: GroundItems;
  #ceiling: Ceiling = { z: NO_CEILING, hidesRoofs: false };
  /** What was painted without being still: it moves or is seen through. */
  readonly #lively = new Map<string, Standing>();
  /** Windows with light by night, by name. */
  readonly #windows = new Map<string, Standing>();
  /** Trees that hide the person, by name. */
  #faded = new Map<string, Standing>();
  /** Graphics of things whose pictures had not come when they were painted. */
  readonly #awaited = new Set<number>();
  #artVersion = -1;
  #facet = -1;
  #seenFrom = '';
  #lampAt: LampAt = () => 0;
  /** What the pointer is on; it glows. */
  hovered = 0;

  constructor(art: ArtBook, screen: Screen) {
    this.#art = art;
    this.#screen = screen;
    this.#items = new GroundItems((item) => {
      this.#spoilTile(item.x, item.y, item.z);
      if (item.light !== 0) screen.still.spoil(grown(pointAt(item), LAMP_REACH));
      for (const [name, { serial }] of this.#lively) if (serial === item.serial) this.#lively.delete(name);
    });
  }

  /** Everything looks different from now on, as when land has come. */
  spoilAll(): void {
    this.#screen.still.spoilAll();
    this.#lively.clear();
    this.#windows.clear();
    this.#awaited.clear();
    this.#seenFrom = '';
  }

  paint(world: WorldModel, ground: Ground, camera: Camera, nowMs: number): void {
    const { me } = world;
    if (me === undefined) return;
    const view = viewOf(camera);
    const { columns, rows } = reachOf(view.right - view.left, view.bottom - view.top);
    if (this.#depth.centre(me.x, me.y, rows, columns)) this.spoilAll();
    if (world.facet !== this.#facet) this.spoilAll();
    this.#facet = world.facet;
    this.#lookUp(ground, me);
    this.#takeNewArt();
    this.#items.look(world);
    this.#fade(world, ground, view);
    const { moving, still } = this.#screen;
    const carried = carriedLights(world, ground, nowMs);
    const isNew = still.show(this.#screen.inPixels(view), (part, quads) => {
      this.#screen.bindPictures();
      this.#paintStill(world, ground, part, quads);
    });
    if (isNew) this.#lampAt = lampsAround(world, ground, this.#ceiling, view);
    moving.clear();
    this.#paintMoving(world, ground, view, nowMs);
    this.#screen.show(view, world.light, carried, isNew);
  }

  /** A ceiling over the person, or none any more, changes what is seen of houses. */
  #lookUp(ground: Ground, me: MobileModel): void {
    const ceiling = ceilingOver(ground, me);
    if (ceiling.z === this.#ceiling.z && ceiling.hidesRoofs === this.#ceiling.hidesRoofs) return;
    this.#ceiling = ceiling;
    this.spoilAll();
  }

  #takeNewArt(): void {
    if (this.#art.version === this.#artVersion) return;
    this.#artVersion = this.#art.version;
    for (const graphic of this.#awaited) {
      if (this.#art.static(graphic) === null) continue;
      this.spoilAll();
      return;
    }
  }

  #spoilTile(x: number, y: number, z: number): void {
    this.#screen.still.spoil(grown(pointAt({ x, y, z }), THING_SIZE));
  }

  /** Finds the trees that hide the person, wherever it went. */
  #fade(world: WorldModel, ground: Ground, view: Rect): void {
    const from = `${view.left}/${view.top}/${view.right}/${view.bottom}`;
    if (from === this.#seenFrom) return;
    this.#seenFrom = from;
    const [x, y] = [(view.left + view.right) / 2, (view.top + view.bottom) / 2];
    const person: Rect = {
      left: x + PERSON.left,
      top: y + PERSON.top,
      right: x + PERSON.right,
      bottom: y + PERSON.bottom,
    };
    const faded = new Map<string, Standing>();
    for (const [tx, ty] of tilesInReach(ground.terrain, person)) {
      for (const standing of standingAt(world, ground, this.#ceiling, tx, ty)) {
        if ((standing.flags & TileFlag.foliage) === 0) continue;
        const picture = this.#art.static(standing.graphic);
        if (picture !== null && overlap(boundsOf(standing, picture), person))
          faded.set(nameOf(standing), standing);
      }
    }
    for (const [mine, other] of [
      [this.#faded, faded],
      [faded, this.#faded],
    ] as const) {
      for (const [name, standing] of mine) {
        const picture = this.#art.static(standing.graphic);
        if (!other.has(name) && picture !== null) this.#screen.still.spoil(boundsOf(standing, picture));
      }
    }
    this.#faded = faded;
  }

  #paintStill(world: WorldModel, ground: Ground, part: Rect, quads: Quads): void {
    const lampAt = lampsAround(world, ground, this.#ceiling, part);
    for (const [x, y] of tilesInReach(ground.terrain, part)) {
      paintLand(this.#art, ground, x, y, part, this.#depth.of(x, y, -128, Rank.still), quads, lampAt);
      for (const standing of standingAt(world, ground, this.#ceiling, x, y)) {
        const name = nameOf(standing);
        if (this.#faded.has(name)) continue;
        if (this.#isLively(standing)) {
          this.#lively.set(name, standing);
          continue;
        }
        const picture = this.#art.static(standing.graphic);
        if (picture === null) this.#awaited.add(standing.graphic);
        else if (overlap(boundsOf(standing, picture), part))
          this.#paintStanding(standing, picture, quads, lampAt, 1, 0);
        if (isLitWindow(standing.graphic, standing.flags, x, y, standing.z))
          this.#windows.set(name, standing);
      }
    }
  }

  #isLively({ flags, graphic }: Standing): boolean {
    if ((flags & TileFlag.translucent) !== 0) return true;
    return (flags & TileFlag.animated) !== 0 && (this.#art.animation(graphic)?.offsets.length ?? 0) > 0;
  }

  #paintStanding(
    { flags, hue, x, y, z }: Standing,
    picture: Picture,
    quads: Quads,
    lampAt: LampAt,
    alpha: number,
    glow: number,
  ): void {
    const { left, top } = cornerOf({ x, y, z }, picture);
    const shade: Shade = { hue: signed(hue, (flags & TileFlag.partialHue) !== 0), tone: 1, alpha, glow };
    // Light falls on what stands as on the ground below it, and on its top as on what stands upon it: a wall goes on above.
    const foot = screenY(x, y, 0) + HALF;
    const right = left + picture.width;
    const head = z + Math.max(0, picture.height - 2 * HALF) / Z_PIXELS;
    const light = {
      topLeft: lampAt(left, foot, head),
      topRight: lampAt(right, foot, head),
      bottomRight: lampAt(right, foot, z),
      bottomLeft: lampAt(left, foot, z),
    };
    quads.picture(picture, left, top, this.#depth.of(x, y, z, Rank.still), false, shade, light);
  }

  /** Lays down what may be other in each frame. */
  #paintMoving(world: WorldModel, ground: Ground, view: Rect, nowMs: number): void {
    const wide = grown(view, THING_SIZE);
    const laid: Laid[] = [];
    for (const mobile of world.mobiles.values()) {
      mobile.advance(nowMs);
      const place = placeOf(mobile);
      if (place.z >= this.#ceiling.z && mobile !== world.me) continue;
      const { px, py } = feetOf(mobile, nowMs);
      if (px < wide.left || px > wide.right || py < wide.top || py > wide.bottom) continue;
      const depth = this.#depth.of(place.x, place.y, place.z, Rank.being);
      const alpha = (mobile.flags & MobileFlag.hidden) !== 0 ? HIDDEN_ALPHA : 1;
      laid.push({
        depth,
        isSeenThrough: alpha < 1,
        paint: (at) => this.#paintMobile(ground, mobile, px, py, at, alpha, nowMs),
      });
    }
    const standing = (each: Standing, alpha: number, glow: number): void => {
      const picture = this.#art.static(this.#frameOf(each, nowMs));
      if (picture === null || !overlap(boundsOf(each, picture), view)) return;
      laid.push({
        depth: this.#depth.of(each.x, each.y, each.z, Rank.still),
        isSeenThrough: alpha < 1,
        paint: () =>
          this.#paintStanding(each, picture, this.#screen.moving.quadsFor(alpha), this.#lampAt, alpha, glow),
      });
    };
    for (const [name, each] of this.#lively) {
      if (isFarFrom(wide, each)) this.#forget(name, each);
      else standing(each, (each.flags & TileFlag.translucent) === 0 ? 1 : TRANSLUCENT, this.#glowOf(each));
    }
    for (const each of this.#faded.values()) standing(each, FADED, 0);
    const aimed = world.ground.get(this.hovered);
    if (aimed !== undefined) {
      const found = standingAt(world, ground, this.#ceiling, aimed.x, aimed.y).find(
        ({ serial }) => serial === this.hovered,
      );
      if (found !== undefined && !this.#isLively(found)) standing(found, 1, HOVERED_GLOW);
    }
    const windowLight = windowGlow(world.light);
    for (const [name, each] of this.#windows) {
      if (isFarFrom(wide, each)) this.#forget(name, each);
      else if (windowLight > 0) {
        const depth = this.#depth.of(each.x, each.y, each.z, Rank.still);
        laid.push({ depth, isSeenThrough: false, paint: () => this.#paintWindow(each, depth, windowLight) });
      }
    }
    paintInOrder(laid);
  }

  /** One that is far away: when it comes back, its cells are painted anew, and it is found again. */
  #forget(name: string, standing: Standing): void {
    this.#lively.delete(name);
    this.#windows.delete(name);
    this.#spoilTile(standing.x, standing.y, standing.z);
  }

  /** Light behind a pane, over what stands still. */
  #paintWindow(window: Standing, depth: number, light: number): void {
    const picture = this.#art.static(window.graphic);
    const pane = picture === null ? null : paneOf(picture);
    if (picture === null || pane === null) return;
    const { left, top } = cornerOf(window, picture);
    const shade = { hue: 0, tone: 1, alpha: 1, glow: -light };
    this.#screen.moving.quadsFor(shade.alpha).part(picture, pane, left, top, depth, shade);
  }

  #glowOf({ serial }: Standing): number {
    return serial !== 0 && serial === this.hovered ? HOVERED_GLOW : 0;
  }

  #frameOf({ flags, graphic }: Standing, nowMs: number): number {
    if ((flags & TileFlag.animated) === 0) return graphic;
    const animation = this.#art.animation(graphic);
    if (animation === null || animation.offsets.length === 0) return graphic;
    return graphic + animation.offsets[Math.floor(nowMs / animation.intervalMs) % animation.offsets.length]!;
  }

  #paintMobile(
    { tileData }: Ground,
    mobile: MobileModel,
    px: number,
    py: number,
    depth: number,
    alpha: number,
    nowMs: number,
  ): void {
    const light = evenLight(this.#lampAt(px, py + mobile.z * Z_PIXELS, mobile.z));
    const glow = mobile.serial === this.hovered ? HOVERED_GLOW : 0;
    const quads = this.#screen.moving.quadsFor(alpha);
    for (const { frame, hue, mirrored } of picturesOf(this.#art, tileData, mobile, nowMs)) {
      const left = px + (mirrored ? -frame.right - frame.width : frame.right);
      const shade = { hue, tone: 1, alpha, glow };
      quads.picture(frame, left, py + frame.down, depth, mirrored, shade, light);
    }
  }

  /** What is drawn at a point of the scene: the nearest thing whose picture has a pixel there; null for nothing. */
  at(world: WorldModel, ground: Ground, x: number, y: number, nowMs: number): Pickable | null {
    const { me } = world;
    if (me === undefined) return null;
    const mobiles = mobilesByTile(world);
    const tiles = [...tilesInReach(ground.terrain, { left: x, top: y, right: x, bottom: y })];
    for (let i = tiles.length - 1; i >= 0; i--) {
      const [tx, ty] = tiles[i]!;
      for (const pickable of this.#pickablesOf(world, ground, mobiles, tx, ty, nowMs).reverse()) {
        if (isHit(this.#art, pickable, x, y)) return pickable;
      }
    }
    return null;
  }

  /** All that is drawn for a tile, the nearest last. */
  #pickablesOf(
    world: WorldModel,
    ground: Ground,
    mobiles: ReadonlyMap<number, readonly MobileModel[]>,
    x: number,
    y: number,
    nowMs: number,
  ): Pickable[] {
    const found: { readonly z: number; readonly each: Pickable }[] = [];
    for (const standing of standingAt(world, ground, this.#ceiling, x, y)) {
      const picture = this.#art.static(this.#frameOf(standing, nowMs));
      if (picture === null) continue;
      const { graphic, serial, z } = standing;
      found.push({
        z,
        each: { serial, x, y, z, graphic, picture, ...cornerOf(standing, picture), mirrored: false },
      });
    }
    for (const mobile of mobiles.get(keyOf(x, y)) ?? []) {
      const { z } = placeOf(mobile);
      if (z >= this.#ceiling.z && mobile !== world.me) continue;
      const { px, py } = feetOf(mobile, nowMs);
      for (const { frame, mirrored } of picturesOf(this.#art, ground.tileData, mobile, nowMs)) {
        const left = px + (mirrored ? -frame.right - frame.width : frame.right);
        const at = { serial: mobile.serial, x: mobile.x, y: mobile.y, z: mobile.z, graphic: 0 };
        found.push({ z, each: { ...at, picture: frame, left, top: py + frame.down, mirrored } });
      }
    }
    found.sort((a, b) => a.z - b.z);
    const land = this.#landAt(ground, x, y);
    return [...(land === null ? [] : [land]), ...found.map(({ each }) => each)];
  }

  #landAt({ terrain }: Ground, x: number, y: number): Pickable | null {
    const picture = this.#art.land(terrain.land(x, y));
    if (picture === null) return null;
    const z = terrain.landZ(x, y);
    const east = Math.min(x + 1, terrain.width - 1);
    const south = Math.min(y + 1, terrain.height - 1);
    const lowest = Math.min(z, terrain.landZ(east, y), terrain.landZ(x, south), terrain.landZ(east, south));
    const left = screenX(x, y) - HALF;
    return { serial: 0, x, y, z: lowest, graphic: 0, picture, left, top: screenY(x, y, z), mirrored: false };
  }
}

function viewOf({ left, sceneHeight, sceneWidth, top }: Camera): Rect {
  return { left, top, right: left + sceneWidth, bottom: top + sceneHeight };
}

/** While it strides, it belongs to the nearer of its two tiles and to the higher height, so that neither hides it. */
function placeOf(mobile: MobileModel): Place {
  if (mobile.stride === null) return mobile;
  const { from } = mobile.stride;
  const { x, y } = from.x + from.y > mobile.x + mobile.y ? from : mobile;
  return { x, y, z: Math.max(mobile.z, from.z) };
}

/** Where its feet are shown, in whole pixels of the scene. */
function feetOf(mobile: MobileModel, nowMs: number): { px: number; py: number } {
  const { x, y, z } = shownAt(mobile, nowMs);
  return { px: Math.round(screenX(x, y)), py: Math.round(screenY(x, y, z) + HALF) };
}

function mobilesByTile({ mobiles }: WorldModel): ReadonlyMap<number, readonly MobileModel[]> {
  const byTile = new Map<number, MobileModel[]>();
  for (const mobile of mobiles.values()) {
    const { x, y } = placeOf(mobile);
    const list = byTile.get(keyOf(x, y));
    if (list === undefined) byTile.set(keyOf(x, y), [mobile]);
    else list.push(mobile);
  }
  return byTile;
}

function keyOf(x: number, y: number): number {
  return y * 0x10000 + x;
}

function pixelOf({ x, y, z }: Place): { x: number; y: number } {
  return { x: screenX(x, y), y: screenY(x, y, z) };
}

/** Is a thing so far outside that no picture of it reaches in? */
function isFarFrom({ bottom, left, right, top }: Rect, thing: Place): boolean {
  const { x, y } = pixelOf(thing);
  return x < left - THING_SIZE || x > right + THING_SIZE || y < top || y > bottom + 2 * THING_SIZE;
}

function pointAt(place: Place): Rect {
  const { x, y } = pixelOf(place);
  return { left: x, top: y, right: x, bottom: y };
}

function cornerOf({ x, y, z }: Place, { down, right }: Picture): { left: number; top: number } {
  return { left: screenX(x, y) + right, top: screenY(x, y, z) + LAND_PICTURE + down };
}

function boundsOf(place: Place, picture: Picture): Rect {
  const { left, top } = cornerOf(place, picture);
  return { left, top, right: left + picture.width, bottom: top + picture.height };
}

function overlap(a: Rect, b: Rect): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

function isHit(art: ArtBook, { left, mirrored, picture, top }: Pickable, atX: number, atY: number): boolean {
  const x = Math.floor(atX - left);
  const y = Math.floor(atY - top);
  if (x < 0 || y < 0 || x >= picture.width || y >= picture.height) return false;
  return art.isSolid(picture, mirrored ? picture.width - 1 - x : x, y);
}
