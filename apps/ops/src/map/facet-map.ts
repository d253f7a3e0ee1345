import type { Facet, Person, Sector } from '@gommog/staff-api';
import { type Point, Viewpoint } from './viewpoint.ts';

/** Pixels of a picture of the land. */
const SIDE = 256;
/** Tiles that a pixel of a picture stands for, at the zooms of the API. */
const TILES_PER_PIXEL = [8, 4, 2, 1] as const;
/** A pixel of a picture never covers more pixels of the canvas, as long as there are pictures from nearer. */
const MOST_COVERED = Math.SQRT2;
/** What the first frame of a glide counts as, and what a late one does at most, in milliseconds: nothing jumps. */
const FRAME_MS = 16;
const LONGEST_FRAME_MS = 100;
const SECTOR = 16;
const KEPT = 400;
/** So many people may have their names beside them. */
const NAMED = 12;
/** From so many pixels for a tile on there is room for all names. */
const NEAR = 4;
/** From so many pixels for a tile on it is easy to tell people apart. */
const LOOKED_AT = 8;
const REACH_PIXELS = 12;
/** How far the disc of somebody reaches from the middle of a tile, from near. */
const PART_OF_TILE = 0.35;
/** A sector with so many people is as hot as can be; from so many on their number is written. */
const HOT_PEOPLE = 20;
const NUMBERED_PEOPLE = 3;
const LEAST_SECTOR_PIXELS = 10;
const NUMBER_PIXELS = 70;

export interface Shown {
  readonly people: readonly Person[];
  readonly sectors: readonly Sector[];
  readonly chosen: number;
}

/** Draws a facet with people on it. */
export class FacetMap {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #facet: Facet;
  readonly #pictures = new Map<string, HTMLImageElement>();
  readonly #viewpoint: Viewpoint;
  shown: Shown = { people: [], sectors: [], chosen: 0 };
  #isPlanned = false;
  #isGliding = false;
  #drawnAt = 0;

  constructor(canvas: HTMLCanvasElement, facet: Facet) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d')!;
    this.#facet = facet;
    this.#viewpoint = new Viewpoint(facet, () => ({
      width: canvas.clientWidth,
      height: canvas.clientHeight,
    }));
  }

  showAll(): void {
    this.#viewpoint.showAll();
    this.draw();
  }

  /** Moves the land by pixels. */
  pan(dx: number, dy: number): void {
    this.#viewpoint.pan(dx, dy);
    this.draw();
  }

  /** Nearer by a factor, at once; the tile under a pixel stays there. */
  zoom(factor: number, at: Point): void {
    this.#viewpoint.zoom(factor, at);
    this.draw();
  }

  /** The same within some frames, unless the person wants nothing to move. Without a pixel: around the middle. */
  glide(factor: number, at?: Point): void {
    const { clientHeight, clientWidth } = this.#canvas;
    const around = at ?? { x: clientWidth / 2, y: clientHeight / 2 };
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) this.#viewpoint.zoom(factor, around);
    else this.#viewpoint.glide(factor, around);
    this.draw();
  }

  /** Puts a tile into the middle, so near that those who stand there can be told apart. */
  lookAt(x: number, y: number): void {
    this.#viewpoint.lookAt(x + 0.5, y + 0.5, LOOKED_AT);
    this.draw();
  }

  /** Who stands nearest to a pixel, within reach of a finger; null for nobody. */
  personAt(pixel: Point): Person | null {
    let nearest: Person | null = null;
    let least = REACH_PIXELS;
    for (const person of this.#people()) {
      const at = this.#viewpoint.pixelOf(person.x + 0.5, person.y + 0.5);
      const distance = Math.hypot(at.x - pixel.x, at.y - pixel.y);
      if (distance > least) continue;
      least = distance;
      nearest = person;
    }
    return nearest;
  }

  /** Draws with the next frame. */
  draw(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    requestAnimationFrame((now) => {
      this.#isPlanned = false;
      const ms = this.#isGliding ? Math.min(LONGEST_FRAME_MS, now - this.#drawnAt) : FRAME_MS;
      this.#drawnAt = now;
      this.#isGliding = this.#viewpoint.step(ms);
      if (this.#isGliding) this.draw();
      this.#draw();
    });
  }

  #people(): readonly Person[] {
    return this.shown.people.filter(({ facet }) => facet === this.#facet.id);
  }

  #draw(): void {
    const ratio = devicePixelRatio;
    const { clientHeight: height, clientWidth: width } = this.#canvas;
    const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (this.#canvas.width !== columns || this.#canvas.height !== rows) {
      this.#canvas.width = columns;
      this.#canvas.height = rows;
    }
    const context = this.#context;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = '#0d0b08';
    context.fillRect(0, 0, width, height);
    this.#drawLand(width, height, ratio);
    const sectors = this.shown.sectors.filter(({ facet }) => facet === this.#facet.id);
    for (const sector of sectors) this.#drawSector(sector);
    const people = this.#people();
    for (const person of people)
      this.#drawPerson(person, people.length <= NAMED || this.#viewpoint.scale >= NEAR);
    // Nearer, everybody has their name.
    if (this.#viewpoint.scale < NEAR) this.#numberSectors(sectors);
  }

  #drawLand(width: number, height: number, ratio: number): void {
    const wanted = zoomFor(this.#viewpoint.scale);
    // Where a picture has not come yet, what is known from further away stands for it.
    for (let zoom = 0; zoom <= wanted; zoom++) {
      const span = SIDE * TILES_PER_PIXEL[zoom]!;
      const from = this.#viewpoint.tileAt({ x: 0, y: 0 });
      const to = this.#viewpoint.tileAt({ x: width, y: height });
      const last = (tile: number, size: number): number => Math.floor(Math.min(tile, size - 1) / span);
      for (let y = Math.max(0, Math.floor(from.y / span)); y <= last(to.y, this.#facet.height); y++) {
        for (let x = Math.max(0, Math.floor(from.x / span)); x <= last(to.x, this.#facet.width); x++) {
          const url = `/api/facets/${this.#facet.id}/${zoom}/${x}/${y}`;
          const picture = zoom === wanted ? this.#picture(url) : this.#pictures.get(url);
          if (picture !== undefined && picture.naturalWidth > 0)
            this.#drawPicture(picture, x * span, y * span, TILES_PER_PIXEL[zoom]!, ratio);
        }
      }
    }
  }

  /** Its edges are put on whole pixels of the screen, or there would be seams between pictures. */
  #drawPicture(picture: HTMLImageElement, x: number, y: number, tilesPerPixel: number, ratio: number): void {
    const whole = (pixel: number): number => Math.round(pixel * ratio) / ratio;
    const { naturalHeight: rows, naturalWidth: columns } = picture;
    const from = this.#viewpoint.pixelOf(x, y);
    const to = this.#viewpoint.pixelOf(x + columns * tilesPerPixel, y + rows * tilesPerPixel);
    const [left, top] = [whole(from.x), whole(from.y)];
    // Made larger, each of its pixels stays sharp; made smaller, none is left out.
    this.#context.imageSmoothingEnabled = tilesPerPixel * this.#viewpoint.scale * ratio < 1;
    this.#context.drawImage(picture, left, top, whole(to.x) - left, whole(to.y) - top);
  }

  #picture(url: string): HTMLImageElement {
    const known = this.#pictures.get(url);
    if (known !== undefined) return known;
    const picture = new Image();
    picture.onload = () => this.draw();
    // One that failed is asked for anew when it is next in sight.
    picture.onerror = () => setTimeout(() => this.#pictures.delete(url), 2_000);
    picture.src = url;
    this.#pictures.set(url, picture);
    if (this.#pictures.size > KEPT) this.#pictures.delete(this.#pictures.keys().next().value!);
    return picture;
  }

  /** The more people, the redder. A sector is never too small to be seen. */
  #drawSector({ people, x, y }: Sector): void {
    const middle = this.#viewpoint.pixelOf(x + SECTOR / 2, y + SECTOR / 2);
    const side = Math.max(LEAST_SECTOR_PIXELS, SECTOR * this.#viewpoint.scale);
    const heat = Math.min(1, people / HOT_PEOPLE);
    const context = this.#context;
    context.fillStyle = `hsl(${50 - 50 * heat} 95% 55% / ${0.25 + 0.35 * heat})`;
    context.strokeStyle = `hsl(${50 - 50 * heat} 95% 60%)`;
    context.lineWidth = 1 + heat * 2;
    // Nearer, the colour would only hide what is there.
    if (this.#viewpoint.scale < NEAR) context.fillRect(middle.x - side / 2, middle.y - side / 2, side, side);
    context.strokeRect(middle.x - side / 2, middle.y - side / 2, side, side);
  }

  /** How many are there, the fullest first; beside a number there is no room for another one. */
  #numberSectors(sectors: readonly Sector[]): void {
    const written: { x: number; y: number }[] = [];
    for (const { people, x, y } of sectors) {
      if (people < NUMBERED_PEOPLE) continue;
      const at = this.#viewpoint.pixelOf(x, y);
      if (written.some((other) => Math.hypot(other.x - at.x, other.y - at.y) < NUMBER_PIXELS)) continue;
      written.push(at);
      this.#write(`${people} people`, at.x, at.y - 6, '#ffd9c9');
    }
  }

  #write(text: string, x: number, y: number, colour: string): void {
    const context = this.#context;
    context.font = '13px sans-serif';
    context.strokeStyle = '#000000';
    context.lineWidth = 3;
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  }

  /** Players are discs, hidden staff are hollow squares; who is chosen has a ring. */
  #drawPerson({ hidden, name, serial, x, y }: Person, isNamed: boolean): void {
    const at = this.#viewpoint.pixelOf(x + 0.5, y + 0.5);
    const { scale } = this.#viewpoint;
    const radius = scale < 1 ? 2.5 : Math.max(4.5, scale * PART_OF_TILE);
    const context = this.#context;
    context.lineWidth = scale < 1 ? 1 : 2;
    context.strokeStyle = '#16130f';
    context.fillStyle = '#ffe08a';
    context.beginPath();
    if (hidden) context.rect(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
    else context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    if (hidden) context.strokeStyle = '#ffffff';
    else context.fill();
    context.stroke();
    if (serial === this.shown.chosen) {
      context.strokeStyle = '#ffffff';
      context.beginPath();
      context.arc(at.x, at.y, radius + 5.5, 0, 2 * Math.PI);
      context.stroke();
    }
    if (!isNamed && serial !== this.shown.chosen) return;
    this.#write(name, at.x + radius + 5, at.y + 4, '#ffffff');
  }
}

/** The zoom of the pictures that fit so many pixels for a tile. */
function zoomFor(scale: number): number {
  const fits = TILES_PER_PIXEL.findIndex((tiles) => tiles * scale <= MOST_COVERED);
  return fits < 0 ? TILES_PER_PIXEL.length - 1 : fits;
}
