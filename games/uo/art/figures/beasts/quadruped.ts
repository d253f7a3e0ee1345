import { INK } from '../../palette.ts';
import type { Clay, Matter } from '../clay.ts';
import { add, minus, mix, squareTo, type Turn, times, turned, turnOf, unit, type Vec } from '../vector.ts';

/** What walks on four legs, in pixels. */
export interface FourLegs {
  /** Height of the back, length from breast to rump, half width between its legs. */
  readonly height: number;
  readonly length: number;
  readonly width: number;
  /** Radii of breast, belly and rump. */
  readonly breast: number;
  readonly belly: number;
  readonly rump: number;
  readonly leg: number;
  /** Length of the neck and how steeply it rises, in radians. */
  readonly neck: number;
  readonly rise: number;
  readonly throat: number;
  /** Radii of the skull, and length and radius of the snout. */
  readonly skull: number;
  readonly snout: number;
  readonly muzzle: number;
  readonly ear: number;
  readonly earWide?: number;
  /** Ears hang. */
  readonly lop?: boolean;
  readonly tail: number;
  readonly tailThick: number;
  /** 1 upright, 0 level, -1 hanging. */
  readonly tailUp: number;
  readonly coat: Matter;
  /** Under the body; legs; muzzle; hooves or paws; mane and end of the tail. */
  readonly under?: Matter;
  readonly legs?: Matter;
  readonly nose?: Matter;
  readonly hoof?: Matter;
  readonly mane?: Matter;
  readonly horns?: 'ram' | 'cow' | 'goat' | 'stag' | 'unicorn';
  readonly horn?: Matter;
  readonly eyes?: number;
  /** Round woolly body. */
  readonly wool?: boolean;
  /** Humped back like a bear's or a cat's bent one. */
  readonly hump?: number;
  /** Lies low with legs out to the sides, as lizards do. */
  readonly sprawl?: number;
  readonly wings?: Matter;
  readonly spikes?: Matter;
  readonly saddle?: Matter;
}

/** How it holds itself at a moment. */
export interface FourPose {
  /** Feet from where they rest: right fore, left fore, right hind, left hind; forward and up. */
  readonly feet: readonly (readonly [number, number])[];
  readonly bob: number;
  readonly pitch: number;
  /** Neck and head against their rest; down is positive. */
  readonly neck: number;
  readonly head: number;
  readonly turn: number;
  readonly tail: number;
  readonly roll: number;
  readonly reach: number;
  readonly jaw: number;
  /** 0 folded to 1 spread; and the beat, -1 to 1. */
  readonly spread: number;
  readonly beat: number;
}

export const FOUR_STANDING: FourPose = {
  feet: [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
  ],
  bob: 0,
  pitch: 0,
  neck: 0,
  head: 0,
  turn: 0,
  tail: 0,
  roll: 0,
  reach: 0,
  jaw: 0,
  spread: 0,
  beat: 0,
};

export function drawFourLegs(clay: Clay, k: FourLegs, p: FourPose): void {
  const roll = turnOf(0, 0, p.roll);
  const middle: Vec = turned(roll, [0, 0, 0]);
  const low = Math.abs(Math.sin(p.roll)) * k.belly * 0.9;
  const turn: Turn = {
    ...turnOf(0, p.pitch, p.roll),
  };
  const core = add(middle, [0, p.reach, (k.height - k.breast) * Math.abs(Math.cos(p.roll)) + low + p.bob]);
  const at = (x: number, y: number, z: number): Vec => add(core, turned(turn, [x, y, z]));
  const half = k.length / 2;
  const legs = k.legs ?? k.coat;
  const under = k.under ?? k.coat;
  const hoof = k.hoof ?? legs;
  const out = k.sprawl ?? 0;
  for (let i = 0; i < 4; i++) {
    clay.part();
    const side = i % 2 === 0 ? 1 : -1;
    const fore = i < 2;
    const [ahead, up] = p.feet[i]!;
    const root = at(side * k.width, fore ? half - k.breast * 0.55 : -half + k.rump * 0.5, -k.breast * 0.25);
    const rest: Vec = [
      side * (k.width + out),
      (fore ? half - k.breast * 0.55 : -half + k.rump * 0.35) + ahead,
      up + k.leg * 0.5,
    ];
    const foot =
      p.roll === 0
        ? rest
        : at(side * (k.width + out) * 0.9, rest[1], -(k.height - k.breast) + up + k.leg * 0.5);
    const drop = minus(foot, root);
    const far = Math.hypot(...drop);
    const full = (k.height - k.breast) * 0.92;
    const upper = Math.max(full * 0.52, far * 0.46);
    const lower = Math.max(full * 0.48, far * 0.46);
    const reach = Math.min(far, upper + lower - 0.01);
    const axis = unit(drop);
    const along = (upper * upper - lower * lower + reach * reach) / (2 * reach);
    const aside = Math.sqrt(Math.max(0, upper * upper - along * along));
    const hint: Vec = turned(turn, [side * (0.1 + out * 0.3), fore ? 0.6 : -1, out * 0.25]);
    const knee = add(root, add(times(axis, along), times(squareTo(hint, axis), aside)));
    clay.rod(root, knee, k.leg * (fore ? 1.5 : 2), legs, k.leg * 1.05);
    clay.rod(knee, foot, k.leg * 1.02, legs, k.leg * 0.75);
    clay.part();
    clay.rod(foot, add(foot, turned(turn, [0, k.leg * 0.9, -k.leg * 0.1])), k.leg * 0.95, hoof, k.leg * 0.8);
  }
  // The tail.
  clay.part();
  const tailRoot = at(0, -half - k.rump * 0.15, k.rump * 0.35);
  const sway = Math.sin(p.tail) * k.tail * 0.35;
  const tailMid = add(tailRoot, turned(turn, [sway * 0.5, -k.tail * 0.5, k.tail * 0.45 * k.tailUp]));
  const tailEnd = add(
    tailMid,
    turned(turn, [sway, -k.tail * (k.tailUp < -0.4 ? 0.12 : 0.35), k.tail * 0.5 * k.tailUp]),
  );
  const tailMatter = k.mane ?? k.coat;
  clay
    .rod(tailRoot, tailMid, k.tailThick, tailMatter, k.tailThick * 0.95)
    .rod(tailMid, tailEnd, k.tailThick * 0.95, tailMatter, k.tailThick * 0.45);
  // The body, from rump to breast.
  clay.part();
  const body = (y: number, z: number, r: Vec, matter: Matter): void => {
    clay.egg(at(0, y, z), r, turn, matter);
  };
  body(-half + k.rump * 0.7, 0.2, [k.rump * 0.95, k.rump * 1.25, k.rump], k.coat);
  body(half - k.breast * 0.8, 0, [k.breast * 0.9, k.breast * 1.2, k.breast], k.coat);
  body(0, k.breast - k.belly + (k.hump ?? 0), [k.belly * 0.98, half * 0.92, k.belly], k.coat);
  if (under !== k.coat) body(0, -k.belly * 0.35, [k.belly * 0.75, half * 0.8, k.belly * 0.72], under);
  if (k.wool === true) {
    for (let i = 0; i < 8; i++) {
      const angle = (i / 8) * 2 * Math.PI;
      clay.part();
      body(Math.sin(angle) * half * 0.75, 1, [0.1, 0.1, 0.1], k.coat);
      clay.egg(
        at(Math.cos(angle) * k.belly * 0.55, Math.sin(angle) * half * 0.62, k.belly * 0.35),
        [k.belly * 0.55, k.belly * 0.6, k.belly * 0.55],
        turn,
        k.coat,
      );
    }
  }
  if (k.saddle !== undefined) {
    clay.part();
    clay.egg(
      at(0, 0.4, k.breast - k.belly + k.belly * 0.35 + (k.hump ?? 0)),
      [k.belly * 0.98, 4.6, k.belly * 0.8],
      turn,
      k.saddle,
    );
    clay.part();
    clay.rod(at(-1.6, 4.2, k.breast + 0.7), at(1.6, 4.2, k.breast + 0.7), 1.1, k.saddle);
    clay.rod(at(-2.6, -3.8, k.breast + 0.9), at(2.6, -3.8, k.breast + 0.9), 1.3, k.saddle);
  }
  // Neck and head.
  clay.part();
  const neckTurn = turnOf(p.turn * 0.5, p.pitch + p.neck - k.rise, p.roll);
  const neckRoot = at(0, half - k.breast * 0.5, k.breast * 0.35);
  const nape = add(neckRoot, turned(neckTurn, [0, k.neck, 0]));
  clay.rod(neckRoot, nape, k.throat * 1.25, k.coat, k.throat * 0.9);
  if (k.mane !== undefined) {
    clay.part();
    for (let i = 0; i <= 4; i++)
      clay.egg(
        add(mix(neckRoot, nape, i / 4), turned(neckTurn, [0, -0.4, k.throat * 1.05])),
        [k.throat * 0.45, k.throat * 0.8, k.throat * 0.7],
        neckTurn,
        k.mane,
      );
  }
  const headTurn = turnOf(p.turn, p.pitch + p.neck + p.head + 0.3, p.roll);
  const skullAt = add(nape, turned(headTurn, [0, k.skull * 0.5, k.skull * 0.25]));
  const headAt = (x: number, y: number, z: number): Vec => add(skullAt, turned(headTurn, [x, y, z]));
  clay.part();
  clay.egg(skullAt, [k.skull * 0.92, k.skull * 1.1, k.skull], headTurn, k.coat);
  const nose = k.nose ?? k.coat;
  clay.rod(
    headAt(0, k.skull * 0.5, -k.skull * 0.25),
    headAt(0, k.skull * 0.6 + k.snout, -k.skull * 0.4),
    k.muzzle * 1.15,
    k.coat,
    k.muzzle * 0.95,
  );
  clay.ball(headAt(0, k.skull * 0.6 + k.snout, -k.skull * 0.4), k.muzzle * 0.98, nose);
  if (p.jaw > 0)
    clay
      .part()
      .rod(
        headAt(0, k.skull * 0.4, -k.skull * 0.7),
        headAt(0, k.skull * 0.5 + k.snout * 0.8, -k.skull * 0.7 - p.jaw * k.muzzle * 1.6),
        k.muzzle * 0.7,
        nose,
        k.muzzle * 0.5,
      );
  for (const side of [-1, 1]) {
    clay.mark(headAt(side * k.skull * 0.72, k.skull * 0.78, k.skull * 0.22), k.eyes ?? INK);
    clay.part();
    const wide = k.earWide ?? k.ear * 0.42;
    if (k.lop === true)
      clay.egg(
        headAt(side * k.skull * 1.05, -k.skull * 0.1, k.skull * 0.2 - k.ear * 0.3),
        [wide * 0.7, wide, k.ear * 0.7],
        headTurn,
        k.mane ?? k.coat,
      );
    else
      clay.rod(
        headAt(side * k.skull * 0.6, -k.skull * 0.2, k.skull * 0.7),
        headAt(side * k.skull * 0.8, -k.skull * 0.35, k.skull * 0.7 + k.ear),
        wide,
        k.coat,
        wide * 0.4,
      );
  }
  drawHorns(clay, k, headAt);
  if (k.spikes !== undefined) {
    for (let i = -3; i <= 3; i++) {
      clay.part();
      clay.rod(
        at(0, (i / 3) * half * 0.9, k.belly * 0.9),
        at(0, (i / 3) * half * 0.9 - 1.4, k.belly + 3.4),
        1.3,
        k.spikes,
        0.4,
      );
    }
  }
  if (k.wings !== undefined)
    drawWings(clay, at(0, half * 0.35, k.breast * 0.7), turn, half * 1.55, p, k.wings);
}

/** Wings of skin on three fingers, at both sides of a back. */
export function drawWings(
  clay: Clay,
  root: Vec,
  turn: Turn,
  size: number,
  { beat, spread }: Pick<FourPose, 'beat' | 'spread'>,
  matter: Matter,
): void {
  for (const side of [-1, 1]) {
    clay.part();
    const wide = 0.35 + 0.75 * spread;
    const lift = 0.75 - 0.25 * spread + 0.5 * beat;
    const from = add(root, turned(turn, [side * size * 0.12, 0, 0]));
    const wrist = add(from, turned(turn, [side * size * 0.5 * wide, -size * 0.05, size * lift]));
    const tips = [
      [side * size * 1.15 * wide, -size * 0.1, size * (lift * 0.75)],
      [side * size * 0.95 * wide, -size * 0.42, size * (lift * 0.2)],
      [side * size * 0.5 * wide, -size * 0.62, size * (lift * -0.05)],
    ].map((a) => add(from, turned(turn, a as unknown as Vec)));
    const back = add(from, turned(turn, [0, -size * 0.45, -size * 0.02]));
    clay.plate([wrist, tips[0]!, mix(tips[0]!, mix(tips[1]!, wrist, 0.25), 0.5), tips[1]!], matter);
    clay.part().plate([wrist, tips[1]!, mix(mix(tips[1]!, tips[2]!, 0.5), wrist, 0.2), tips[2]!], matter);
    clay.part().plate([wrist, tips[2]!, back, from], matter);
    clay.part();
    const bone: Matter = { ...matter, bias: (matter.bias ?? 0) - 0.8 };
    clay.rod(from, wrist, size * 0.06, bone, size * 0.05);
    for (const tip of tips) clay.rod(wrist, tip, size * 0.045, bone, 0.3);
  }
}

function drawHorns(
  clay: Clay,
  { horn, horns, skull }: FourLegs,
  headAt: (x: number, y: number, z: number) => Vec,
): void {
  if (horns === undefined || horn === undefined) return;
  const q = skull;
  for (const side of horns === 'unicorn' ? [0] : [-1, 1]) {
    clay.part();
    switch (horns) {
      case 'cow':
        clay
          .rod(headAt(side * q * 0.6, 0, q * 0.7), headAt(side * q * 1.7, 0, q * 0.9), 0.9, horn, 0.8)
          .rod(headAt(side * q * 1.7, 0, q * 0.9), headAt(side * q * 1.9, q * 0.3, q * 1.7), 0.8, horn, 0.4);
        break;
      case 'goat':
        clay
          .rod(
            headAt(side * q * 0.5, 0.2, q * 0.7),
            headAt(side * q * 0.8, -q * 0.3, q * 1.9),
            0.9,
            horn,
            0.8,
          )
          .rod(
            headAt(side * q * 0.8, -q * 0.3, q * 1.9),
            headAt(side * q * 1, -q * 1.3, q * 2.1),
            0.8,
            horn,
            0.4,
          );
        break;
      case 'ram':
        for (let i = 0; i < 5; i++) {
          const [a, b] = [i, i + 1].map((n) => 1.2 + n * 0.95);
          clay.rod(
            headAt(
              side * (q * 0.8 + i * 0.25),
              Math.cos(a!) * q * 0.7 - q * 0.4,
              q * 0.5 + Math.sin(a!) * q * 0.7,
            ),
            headAt(
              side * (q * 0.8 + (i + 1) * 0.25),
              Math.cos(b!) * q * 0.7 - q * 0.4,
              q * 0.5 + Math.sin(b!) * q * 0.7,
            ),
            1.2 - i * 0.12,
            horn,
          );
        }
        break;
      case 'unicorn':
        clay.rod(headAt(0, q * 0.8, q * 0.7), headAt(0, q * 1.9, q * 2.6), 0.8, horn, 0.4);
        break;
      case 'stag': {
        const beam = headAt(side * q * 1.5, -q * 0.7, q * 3);
        clay.rod(headAt(side * q * 0.5, -q * 0.1, q * 0.8), beam, 0.8, horn, 0.7);
        clay.rod(beam, headAt(side * q * 1.9, q * 0.1, q * 4.3), 0.7, horn, 0.4);
        clay.rod(beam, headAt(side * q * 2.6, -q * 0.9, q * 3.9), 0.7, horn, 0.4);
        clay.rod(
          headAt(side * q * 0.9, -q * 0.35, q * 1.7),
          headAt(side * q * 1.1, q * 0.9, q * 2.5),
          0.6,
          horn,
          0.4,
        );
      }
    }
  }
}
