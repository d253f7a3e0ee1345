/**
 * Builds a gump in the client's layout language and keeps count of what an answer may name: the buttons, switches and text
 * entries that are really there. Positions and sizes are pixels.
 */
export class GumpLayout {
  readonly #parts: string[] = [];
  readonly #lines: string[] = [];
  readonly buttons: number[] = [];
  readonly switches: number[] = [];
  readonly entries: number[] = [];

  get layout(): string {
    return this.#parts.join('');
  }

  get lines(): readonly string[] {
    return this.#lines;
  }

  /** What follows belongs to page `n`; page 0 is always shown, page 1 first. */
  page(n: number): this {
    return this.#add(`page ${n}`);
  }

  /** Dark, since clients write long texts in white. */
  background(x: number, y: number, width: number, height: number, gump = 9270): this {
    return this.#add(`resizepic ${x} ${y} ${gump} ${width} ${height}`);
  }

  text(x: number, y: number, hue: number, text: string): this {
    return this.#add(`text ${x} ${y} ${hue} ${this.#line(text)}`);
  }

  cropped(x: number, y: number, width: number, height: number, hue: number, text: string): this {
    return this.#add(`croppedtext ${x} ${y} ${width} ${height} ${hue} ${this.#line(text)}`);
  }

  html(x: number, y: number, width: number, height: number, text: string, scrollbar = true): this {
    return this.#add(`htmlgump ${x} ${y} ${width} ${height} ${this.#line(text)} 0 ${scrollbar ? 1 : 0}`);
  }

  /** A button that answers with `id`, which is not 0: 0 means that the gump was closed. */
  button(x: number, y: number, id: number, up = 4005, down = 4007): this {
    this.buttons.push(id);
    return this.#add(`button ${x} ${y} ${up} ${down} 1 0 ${id}`);
  }

  /** A button that turns to a page. */
  turn(x: number, y: number, page: number, up = 4005, down = 4007): this {
    return this.#add(`button ${x} ${y} ${up} ${down} 0 ${page} 0`);
  }

  checkbox(x: number, y: number, id: number, checked: boolean): this {
    this.switches.push(id);
    return this.#add(`checkbox ${x} ${y} 210 211 ${checked ? 1 : 0} ${id}`);
  }

  entry(x: number, y: number, width: number, height: number, hue: number, id: number, text: string): this {
    this.entries.push(id);
    return this.#add(`textentry ${x} ${y} ${width} ${height} ${hue} ${id} ${this.#line(text)}`);
  }

  #add(part: string): this {
    this.#parts.push(`{ ${part} }`);
    return this;
  }

  #line(text: string): number {
    return this.#lines.push(text) - 1;
  }
}
