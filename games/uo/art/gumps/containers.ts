import { Canvas } from '../canvas.ts';
import { chance } from '../noise.ts';
import { RAMPS, type Ramp, shade } from '../palette.ts';
import { groundShade } from './frames.ts';

/** Where in a container's picture things lie, in pixels; as our item templates and the classics' servers have it. */
export interface Inside {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A pit seen from above into which things are laid: shadow at its upper and left edge. */
function pit(canvas: Canvas, { height, width, x, y }: Inside, ramp: Ramp, pad = 6): void {
  const [x0, y0, w, h] = [x - pad, y - pad, width + pad * 2, height + pad * 2];
  canvas.rect(x0, y0, w, h, (i, j) => {
    const edge = Math.min(i - x0, j - y0);
    const far = Math.min(x0 + w - 1 - i, y0 + h - 1 - j);
    if (edge === 0 || far === 0) return shade(ramp, 0);
    if (edge < 5) return shade(ramp, 0.4);
    return shade(ramp, far < 3 ? 2 : 1.2 + (chance(i >> 3, j, 9) > 0.95 ? 0.5 : 0));
  });
}

/** The rim of a round thing throws its shadow within, away from the light. Places are -1 to 1 across. */
const inShadow = (dx: number, dy: number): boolean => Math.hypot(dx - 0.1, dy - 0.14) > 0.88;
const plain = (ramp: Ramp, level: number) => (): number => shade(ramp, level);

/** Boards with iron bands around the pit, and above it the open lid. */
function chest(inside: Inside, ramp: Ramp, bands: Ramp, lid = true): Canvas {
  const { height, width, x, y } = inside;
  const pad = 18;
  const left = Math.max(0, x - pad);
  const canvas = new Canvas(x + width + pad, y + height + 34);
  const boards = { border: 0, tile: 64, rim: ramp, fill: ramp, level: 2.6, ground: 'planks' } as const;
  const top = Math.max(2, y - pad);
  if (lid && y > 60) {
    // The lid stands open behind.
    canvas.rect(left + 4, 6, canvas.width - left - 8, top - 6, (i, j) => {
      const t = (j - 6) / (top - 6);
      const base = groundShade({ ...boards, level: 1 + 2.2 * Math.sin(t * Math.PI) }, i, j);
      return base;
    });
    for (const bx of [left + 18, canvas.width - 32])
      canvas.rect(bx, 4, 12, top - 4, (i) => shade(bands, i - bx < 2 ? 4 : i - bx > 9 ? 1 : 3));
  }
  canvas.rect(left, top, canvas.width - left, canvas.height - top, (i, j) => groundShade(boards, i, j));
  pit(canvas, inside, ramp);
  const front = y + height + 8;
  for (const bx of [left + 14, canvas.width - 28]) {
    canvas.rect(bx, top, 12, canvas.height - top, (i, j) =>
      j > y - 6 && j < front - 2 ? 0 : shade(bands, i - bx < 2 ? 4 : i - bx > 9 ? 1 : 3),
    );
    for (const ry of [top + 5, front + 6, canvas.height - 8])
      canvas.ellipse(bx + 6, ry, 2, 2, plain(bands, 5));
  }
  const middle = Math.round((left + canvas.width) / 2);
  canvas.rect(middle - 9, front - 2, 18, 20, (i, j) =>
    shade(bands, i - middle < -6 ? 4 : j - front > 14 ? 1 : 3),
  );
  canvas.ellipse(middle, front + 6, 2.4, 2.4, plain(RAMPS.ink, 0));
  canvas.rect(middle - 1, front + 6, 2, 7, plain(RAMPS.ink, 0));
  return canvas.outline(RAMPS.ink);
}

/** A soft bag around the pit, its mouth drawn up in folds. */
function bag(inside: Inside, ramp: Ramp, strap: Ramp, straps: boolean): Canvas {
  const { height, width, x, y } = inside;
  const canvas = new Canvas(x * 2 + width, y + height + 40);
  const cx = x + width / 2;
  const cy = y + height / 2 + 2;
  const rx = width / 2 + Math.min(x - 4, 30);
  const ry = height / 2 + 34;
  canvas.ellipse(cx, cy, rx, ry, (i, j) => {
    const dx = (i + 0.5 - cx) / rx;
    const dy = (j + 0.5 - cy) / ry;
    const fold = Math.sin(Math.atan2(dy, dx) * 14) * 0.5 * Math.hypot(dx, dy);
    return shade(ramp, 2.5 - dx * 0.9 - dy * 1.1 + fold - (Math.hypot(dx, dy) > 0.97 ? 2 : 0));
  });
  canvas.ellipse(cx, cy, width / 2 + 14, height / 2 + 14, (i, j) => {
    const dx = (i + 0.5 - cx) / (width / 2 + 14);
    const dy = (j + 0.5 - cy) / (height / 2 + 14);
    const r = Math.hypot(dx, dy);
    if (r > 0.92) return shade(strap, dx + dy < 0 ? 4 : 1.6);
    if (r > 0.88) return shade(ramp, 0);
    return shade(ramp, inShadow(dx, dy) ? 0.4 : 1.1);
  });
  if (straps) {
    for (const side of [-1, 1]) {
      const sx = cx + side * rx * 0.55;
      canvas.stroke(sx, cy - ry + 16, sx + side * 8, 6, 9, (i) => shade(strap, i < sx ? 3 : 2));
      canvas.rect(Math.round(sx + side * 5 - 6), 14, 12, 10, plain(RAMPS.gold, 3));
      canvas.rect(Math.round(sx + side * 5 - 3), 17, 6, 4, plain(strap, 1));
    }
  }
  return canvas.rim().outline(RAMPS.ink);
}

/** Staves and hoops, seen from above. */
function barrel(inside: Inside): Canvas {
  const { height, width, x, y } = inside;
  const canvas = new Canvas(x * 2 + width, y + height + 40);
  const cx = canvas.width / 2;
  const cy = y + height / 2;
  const r = Math.max(width, height) / 2 + 26;
  canvas.ellipse(cx, cy, r, r, (i, j) => {
    const angle = Math.atan2(j + 0.5 - cy, i + 0.5 - cx);
    const d = Math.hypot(i + 0.5 - cx, j + 0.5 - cy) / r;
    if (d > 0.93 || (d > 0.8 && d < 0.84)) return shade(RAMPS.iron, 2.6 - Math.cos(angle - 0.8) * 1.6);
    const seam = Math.abs(((angle / Math.PI) * 9) % 1) < 0.08;
    return shade(RAMPS.wood, seam ? 0.6 : 2.8 - Math.cos(angle - 0.8) * 1.1);
  });
  canvas.ellipse(cx, cy, r * 0.76, r * 0.76, (i, j) => {
    const dark = inShadow((i + 0.5 - cx) / (r * 0.76), (j + 0.5 - cy) / (r * 0.76));
    return shade(RAMPS.wood, dark ? 0.3 : 1.1);
  });
  return canvas.outline(RAMPS.ink);
}

/** Woven of rods. */
function basket(inside: Inside): Canvas {
  const { height, width, x, y } = inside;
  const canvas = new Canvas(x * 2 + width, y + height + 34);
  const cx = x + width / 2;
  const cy = y + height / 2;
  const weave = (i: number, j: number): number =>
    shade(
      RAMPS.sand,
      2.4 + (((i >> 2) + (j >> 2)) % 2) + ((i & 3) === 0 || (j & 3) === 0 ? -1.2 : 0) - (i - cx) / width,
    );
  canvas.ellipse(cx, cy, width / 2 + 24, height / 2 + 26, weave);
  canvas.ellipse(cx, cy, width / 2 + 13, height / 2 + 12, (i, j) =>
    shade(RAMPS.sand, inShadow((i - cx) / (width / 2 + 13), (j - cy) / (height / 2 + 12)) ? 0.2 : 1),
  );
  for (const side of [-1, 1])
    canvas.stroke(cx + side * (width / 2 + 16), cy - 12, cx + side * (width / 2 + 16), cy + 12, 9, (i, j) =>
      shade(RAMPS.oak, 3 + (j % 4 === 0 ? -2 : 0) - (i % 2)),
    );
  return canvas.outline(RAMPS.ink);
}

/** A box of boards that leaves its pit open; drawers have a knob, shelves boards across. */
function box(inside: Inside, ramp: Ramp, kind: 'crate' | 'drawer' | 'shelf' | 'stone'): Canvas {
  const { height, width, x, y } = inside;
  const pad = Math.min(16, Math.max(8, x));
  const left = Math.max(0, x - pad);
  const topSide = Math.max(0, Math.min(y - 8, y - pad));
  const canvas = new Canvas(x + width + pad, y + height + (kind === 'drawer' ? 44 : 24));
  const ground = kind === 'stone' ? ('stone' as const) : ('planks' as const);
  canvas.rect(left, topSide, canvas.width - left, canvas.height - topSide, (i, j) =>
    groundShade({ border: 0, tile: 64, rim: ramp, fill: ramp, level: 2.6, ground }, i, j),
  );
  pit(canvas, inside, ramp);
  if (kind === 'crate') {
    for (const [cx, cy] of [
      [left + 5, topSide + 5],
      [canvas.width - 6, topSide + 5],
      [left + 5, canvas.height - 6],
      [canvas.width - 6, canvas.height - 6],
    ] as const)
      canvas.ellipse(cx, cy, 2.5, 2.5, plain(RAMPS.iron, 3));
  } else if (kind === 'drawer') {
    const middle = Math.round((left + canvas.width) / 2);
    canvas.rect(left + 4, y + height + 12, canvas.width - left - 8, 26, (i, j) =>
      shade(ramp, j - y - height < 14 ? 4 : 3 - (chance(i >> 4, j, 3) > 0.8 ? 0.7 : 0)),
    );
    canvas.ellipse(middle, y + height + 25, 5, 5, (i, j) =>
      shade(RAMPS.gold, 3.4 - (i - middle + j - y - height - 25) * 0.3),
    );
  } else if (kind === 'shelf') {
    for (let s = 1; s < 3; s++)
      canvas.rect(x - 4, y + Math.round((height * s) / 3), width + 8, 4, (_i, j) =>
        shade(ramp, j % 4 === 0 ? 4 : 2.4),
      );
  }
  return canvas.outline(RAMPS.ink);
}

/** A board of squares to play upon. */
function board(width: number, height: number, points: boolean): Canvas {
  const canvas = new Canvas(width, height);
  canvas.rect(0, 0, width, height, (i, j) =>
    groundShade(
      { border: 0, tile: 64, rim: RAMPS.wood, fill: RAMPS.wood, level: 2.4, ground: 'planks' },
      i,
      j,
    ),
  );
  if (points) {
    canvas.rect(20, 16, width - 40, height - 32, plain(RAMPS.moss, 2));
    const step = (width - 60) / 12;
    for (let i = 0; i < 12; i++) {
      const x = 30 + i * step;
      for (const [from, to] of [
        [18, height / 2 - 14],
        [height - 18, height / 2 + 14],
      ] as const)
        canvas.polygon(
          [
            [x, from],
            [x + step, from],
            [x + step / 2, to],
          ],
          shade(i % 2 ? RAMPS.plaster : RAMPS.red, i % 2 ? 3 : 2),
        );
    }
    canvas.rect(width / 2 - 5, 16, 10, height - 32, plain(RAMPS.wood, 2));
  } else {
    for (let i = 0; i < 64; i++) {
      const [cx, cy] = [45 + (i % 8) * 24, 10 + (i >> 3) * 24];
      canvas.rect(
        cx,
        cy,
        24,
        24,
        plain((i + (i >> 3)) % 2 ? RAMPS.wood : RAMPS.plaster, (i + (i >> 3)) % 2 ? 1.6 : 3.6),
      );
    }
  }
  return canvas.outline(RAMPS.ink);
}

/** Bare earth in which somebody lies. */
function grave(inside: Inside): Canvas {
  const { height, width, x, y } = inside;
  const canvas = new Canvas(x * 2 + width + 20, y + height + 40);
  const cx = canvas.width / 2;
  const cy = canvas.height / 2;
  canvas.ellipse(cx, cy, cx - 3, cy - 3, (i, j) =>
    shade(
      RAMPS.dirt,
      2 +
        (chance(i >> 1, j >> 1, 4) > 0.85 ? 0.8 : 0) -
        (Math.hypot((i - cx) / cx, (j - cy) / cy) > 0.9 ? 1.2 : 0),
    ),
  );
  // A cloth over the one who rests, the skull left free.
  canvas.ellipse(cx, y - 22, 17, 19, (i, j) => shade(RAMPS.plaster, 3.6 - (i - cx + j - y + 22) * 0.06));
  for (const side of [-1, 1]) canvas.ellipse(cx + side * 6, y - 24, 4, 4.6, plain(RAMPS.ink, 0));
  canvas.polygon(
    [
      [cx - 2, y - 16],
      [cx + 2, y - 16],
      [cx, y - 20],
    ],
    shade(RAMPS.ink, 1),
  );
  for (let i = -3; i <= 3; i++) canvas.rect(Math.round(cx + i * 3), y - 10, 1, 5, plain(RAMPS.plaster, 1));
  canvas.polygon(
    [
      [cx - 34, y],
      [cx + 34, y],
      [cx + 46, y + height * 0.5],
      [cx + 24, y + height + 16],
      [cx - 24, y + height + 16],
      [cx - 46, y + height * 0.5],
    ],
    (i, j) => shade(RAMPS.cloth, 2.4 + Math.sin((i - cx) * 0.25 + j * 0.04) * 0.7 - (i - cx) * 0.012),
  );
  return canvas.rim().outline(RAMPS.ink);
}

const at = (x: number, y: number, width: number, height: number): Inside => ({ x, y, width, height });
/** Windows of containers by gump. */
export const CONTAINERS: ReadonlyMap<number, () => Canvas> = new Map<number, () => Canvas>([
  [0x0009, () => grave(at(20, 85, 104, 111))],
  [0x003c, () => bag(at(44, 65, 142, 94), RAMPS.wood, RAMPS.oak, true)],
  [0x003d, () => bag(at(29, 34, 108, 94), RAMPS.dirt, RAMPS.oak, false)],
  [0x003e, () => barrel(at(33, 36, 109, 112))],
  [0x003f, () => basket(at(19, 47, 163, 76))],
  [0x0041, () => basket(at(35, 38, 110, 78))],
  [0x0042, () => chest(at(18, 105, 144, 73), RAMPS.oak, RAMPS.gold)],
  [0x0043, () => chest(at(16, 51, 168, 73), RAMPS.oak, RAMPS.iron, false)],
  [0x0044, () => box(at(20, 10, 150, 90), RAMPS.oak, 'crate')],
  [0x0048, () => box(at(76, 12, 64, 56), RAMPS.wood, 'drawer')],
  [0x0049, () => chest(at(18, 105, 144, 73), RAMPS.wood, RAMPS.iron)],
  [0x004a, () => chest(at(18, 105, 144, 73), RAMPS.iron, RAMPS.gold)],
  [0x004b, () => chest(at(16, 51, 168, 73), RAMPS.iron, RAMPS.gold, false)],
  [0x004c, () => box(at(46, 74, 150, 110), RAMPS.wood, 'crate')],
  [0x004d, () => box(at(76, 12, 64, 56), RAMPS.wood, 'shelf')],
  [0x004e, () => box(at(24, 96, 74, 56), RAMPS.wood, 'shelf')],
  [0x004f, () => box(at(24, 96, 74, 56), RAMPS.oak, 'shelf')],
  [0x0051, () => box(at(16, 10, 138, 84), RAMPS.wood, 'drawer')],
  [0x0052, () => box(at(8, 8, 110, 62), RAMPS.wood, 'crate')],
  [0x0102, () => chest(at(35, 10, 155, 85), RAMPS.oak, RAMPS.gold, false)],
  [0x0105, () => box(at(10, 10, 150, 95), RAMPS.red, 'crate')],
  [0x0106, () => box(at(10, 10, 150, 95), RAMPS.wood, 'shelf')],
  [0x0107, () => box(at(10, 10, 150, 95), RAMPS.oak, 'shelf')],
  [0x0108, () => box(at(10, 10, 116, 71), RAMPS.sand, 'crate')],
  [0x0109, () => box(at(10, 10, 150, 95), RAMPS.wood, 'crate')],
  [0x010a, () => box(at(10, 10, 150, 95), RAMPS.oak, 'crate')],
  [0x010b, () => box(at(10, 10, 150, 95), RAMPS.red, 'shelf')],
  [0x010c, () => box(at(10, 10, 150, 95), RAMPS.brick, 'shelf')],
  [0x010d, () => box(at(10, 10, 150, 95), RAMPS.dirt, 'shelf')],
  [0x0120, () => bag(at(56, 30, 102, 74), RAMPS.wood, RAMPS.gold, false)],
  [0x091a, () => board(282, 212, false)],
  [0x092e, () => board(282, 232, true)],
]);
