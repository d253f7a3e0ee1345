import type { Facet, Person, Sector } from '@gommog/staff-api';

/** Pixels of a picture of the land. */
const SIDE = 256;
/** Tiles that a pixel of a picture stands for, at the zooms of the API. */
const TILES_PER_PIXEL = [8, 4, 2, 1] as const;
/** Pixels for each tile, from afar to near. */
export const SCALES = [1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8] as const;
const SECTOR = 16;
const KEPT = 400;
/** So many people may have their names beside them. */
const NAMED = 12;
/** From so many pixels for a tile on there is room for all names. */
const NEAR = 4;
const REACH_PIXELS = 12;
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

/** Draws a facet with people on it. The middle is a place in tiles. */
export class FacetMap {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #pictures = new Map<string, HTMLImageElement>();
  facet: Facet;
  x: number;
  y: number;
  /** Index into SCALES. */
  scale = 2;
  shown: Shown = { people: [], sectors: [], chosen: 0 };
  #isPlanned = false;

  constructor(canvas: HTMLCanvasElement, facet: Facet) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d')!;
    this.facet = facet;
    this.x = facet.width / 2;
    this.y = facet.height / 2;
  }

  get pixelsPerTile(): number {
    return SCALES[this.scale]!;
  }

  /** As near as the whole facet still fits. */
  showAll(): void {
    const fits = (scale: number): boolean =>
      this.facet.width * scale <= this.#canvas.clientWidth * 1.2 &&
      this.facet.height * scale <= this.#canvas.clientHeight * 1.2;
    this.scale = Math.max(0, SCALES.findLastIndex(fits));
    this.x = this.facet.width / 2;
    this.y = this.facet.height / 2;
  }

  /** Moves the land by pixels. */
  pan(dx: number, dy: number): void {
    this.#moveTo(this.x - dx / this.pixelsPerTile, this.y - dy / this.pixelsPerTile);
  }

  /** One scale nearer or further; the tile under a pixel stays there. */
  zoom(by: 1 | -1, atX = this.#canvas.clientWidth / 2, atY = this.#canvas.clientHeight / 2): void {
    const before = this.tileAt(atX, atY);
    this.scale = Math.min(SCALES.length - 1, Math.max(0, this.scale + by));
    const after = this.tileAt(atX, atY);
    this.#moveTo(this.x + before.x - after.x, this.y + before.y - after.y);
  }

  centreOn(x: number, y: number): void {
    this.#moveTo(x, y);
  }

  tileAt(pixelX: number, pixelY: number): { x: number; y: number } {
    return {
      x: this.x + (pixelX - this.#canvas.clientWidth / 2) / this.pixelsPerTile,
      y: this.y + (pixelY - this.#canvas.clientHeight / 2) / this.pixelsPerTile,
    };
  }

  /** Who stands nearest to a pixel, within reach of a finger; null for nobody. */
  personAt(pixelX: number, pixelY: number): Person | null {
    let nearest: Person | null = null;
    let least = REACH_PIXELS;
    for (const person of this.#people()) {
      const at = this.#pixelOf(person.x + 0.5, person.y + 0.5);
      const distance = Math.hypot(at.x - pixelX, at.y - pixelY);
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
    requestAnimationFrame(() => {
      this.#isPlanned = false;
      this.#draw();
    });
  }

  #moveTo(x: number, y: number): void {
    this.x = Math.min(this.facet.width, Math.max(0, x));
    this.y = Math.min(this.facet.height, Math.max(0, y));
    this.draw();
  }

  #people(): readonly Person[] {
    return this.shown.people.filter(({ facet }) => facet === this.facet.id);
  }

  #pixelOf(x: number, y: number): { x: number; y: number } {
    return {
      x: (x - this.x) * this.pixelsPerTile + this.#canvas.clientWidth / 2,
      y: (y - this.y) * this.pixelsPerTile + this.#canvas.clientHeight / 2,
    };
  }

  #draw(): void {
    const ratio = devicePixelRatio;
    const { clientHeight: height, clientWidth: width } = this.#canvas;
    if (this.#canvas.width !== width * ratio || this.#canvas.height !== height * ratio) {
      this.#canvas.width = width * ratio;
      this.#canvas.height = height * ratio;
    }
    const context = this.#context;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = '#0d0b08';
    context.fillRect(0, 0, width, height);
    context.imageSmoothingEnabled = false;
    this.#drawLand(width, height);
    const sectors = this.shown.sectors.filter(({ facet }) => facet === this.facet.id);
    for (const sector of sectors) this.#drawSector(sector);
    const people = this.#people();
    for (const person of people)
      this.#drawPerson(person, people.length <= NAMED || this.pixelsPerTile >= NEAR);
    // Nearer, everybody has their name.
    if (this.pixelsPerTile < NEAR) this.#numberSectors(sectors);
  }

  #drawLand(width: number, height: number): void {
    const zoom = Math.min(TILES_PER_PIXEL.length - 1, this.scale);
    const span = SIDE * TILES_PER_PIXEL[zoom]!;
    const from = this.tileAt(0, 0);
    const to = this.tileAt(width, height);
    const last = (tile: number, size: number): number => Math.floor(Math.min(tile, size - 1) / span);
    for (let y = Math.max(0, Math.floor(from.y / span)); y <= last(to.y, this.facet.height); y++) {
      for (let x = Math.max(0, Math.floor(from.x / span)); x <= last(to.x, this.facet.width); x++) {
        const picture = this.#picture(`/api/facets/${this.facet.id}/${zoom}/${x}/${y}`);
        if (!picture.complete || picture.naturalWidth === 0) continue;
        const at = this.#pixelOf(x * span, y * span);
        const size = TILES_PER_PIXEL[zoom]! * this.pixelsPerTile;
        this.#context.drawImage(
          picture,
          at.x,
          at.y,
          picture.naturalWidth * size,
          picture.naturalHeight * size,
        );
      }
    }
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
    const middle = this.#pixelOf(x + SECTOR / 2, y + SECTOR / 2);
    const side = Math.max(LEAST_SECTOR_PIXELS, SECTOR * this.pixelsPerTile);
    const heat = Math.min(1, people / HOT_PEOPLE);
    const context = this.#context;
    context.fillStyle = `hsl(${50 - 50 * heat} 95% 55% / ${0.25 + 0.35 * heat})`;
    context.strokeStyle = `hsl(${50 - 50 * heat} 95% 60%)`;
    context.lineWidth = 1 + heat * 2;
    context.fillRect(middle.x - side / 2, middle.y - side / 2, side, side);
    context.strokeRect(middle.x - side / 2, middle.y - side / 2, side, side);
  }

  /** How many are there, the fullest first; beside a number there is no room for another one. */
  #numberSectors(sectors: readonly Sector[]): void {
    const written: { x: number; y: number }[] = [];
    for (const { people, x, y } of sectors) {
      if (people < NUMBERED_PEOPLE) continue;
      const at = this.#pixelOf(x, y);
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
    const at = this.#pixelOf(x + 0.5, y + 0.5);
    const context = this.#context;
    context.lineWidth = this.pixelsPerTile < 1 ? 1 : 2;
    context.strokeStyle = '#16130f';
    context.fillStyle = '#ffe08a';
    context.beginPath();
    if (hidden) context.rect(at.x - 4, at.y - 4, 8, 8);
    else context.arc(at.x, at.y, this.pixelsPerTile < 1 ? 2.5 : 4.5, 0, 2 * Math.PI);
    if (hidden) context.strokeStyle = '#ffffff';
    else context.fill();
    context.stroke();
    if (serial === this.shown.chosen) {
      context.strokeStyle = '#ffffff';
      context.beginPath();
      context.arc(at.x, at.y, 10, 0, 2 * Math.PI);
      context.stroke();
    }
    if (!isNamed && serial !== this.shown.chosen) return;
    this.#write(name, at.x + 9, at.y + 4, '#ffffff');
  }
}
