import { PAGE_SIDE, PagePlan, type Spot } from './page-plan.ts';

/** Few large pages that many sheets are laid out on, so that one draw call can use them all. */
export class Pages {
  readonly canvases: OffscreenCanvas[] = [];
  readonly #plan = new PagePlan();

  /** Puts a sheet where there is room for it. */
  add(sheet: ImageBitmap): Spot {
    const spot = this.#plan.place(sheet.width, sheet.height);
    this.canvases[spot.page] ??= new OffscreenCanvas(PAGE_SIDE, PAGE_SIDE);
    const canvas = this.canvases[spot.page]!;
    canvas.getContext('2d', { willReadFrequently: true })!.drawImage(sheet, spot.x, spot.y);
    return spot;
  }
}
