import { Tape } from './tape.ts';

/** Sounds of things; what differs from one to the next comes from the seed. */
export type Recipe = (seed: number) => Tape;

const vary = (seed: number, most: number): number => 1 + (((seed * 37) % 11) / 10 - 0.5) * 2 * most;

export const step: Recipe = (seed) =>
  new Tape(0.16)
    .hiss({ seed, for: 0.12, from: 900 * vary(seed, 0.2), to: 200, loud: 0.5, fade: 2.5 })
    .tone({ for: 0.09, from: 110, to: 60, loud: 0.5, fade: 2 });
export const hoof: Recipe = (seed) =>
  new Tape(0.2)
    .hiss({ seed, for: 0.06, from: 2600 * vary(seed, 0.2), to: 700, loud: 0.5, fade: 3 })
    .tone({ for: 0.1, from: 340 * vary(seed, 0.1), to: 150, loud: 0.6, fade: 3, wave: 'triangle' });
export const doorOpen: Recipe = (seed) =>
  new Tape(0.75)
    .hiss({ seed, for: 0.05, from: 3000, loud: 0.5, fade: 3 })
    .tone({
      at: 0.06,
      for: 0.5,
      from: 170 * vary(seed, 0.15),
      to: 300,
      wave: 'saw',
      waver: 31,
      depth: 0.12,
      rasp: 0.6,
      rough: 0.21,
      loud: 0.16,
      attack: 0.2,
      fade: 0.8,
    })
    .hiss({ seed: seed + 1, at: 0.06, for: 0.5, from: 600, loud: 0.12, attack: 0.3, fade: 0.6 });
export const doorClose: Recipe = (seed) =>
  new Tape(0.6)
    .tone({
      for: 0.2,
      from: 240 * vary(seed, 0.15),
      to: 180,
      wave: 'saw',
      waver: 28,
      depth: 0.1,
      rasp: 0.6,
      rough: 0.21,
      loud: 0.12,
      attack: 0.2,
    })
    .tone({ at: 0.2, for: 0.3, from: 95, to: 45, loud: 0.9, fade: 2.5 })
    .hiss({ seed, at: 0.2, for: 0.16, from: 1400, to: 200, loud: 0.8, fade: 3 });
export const gate: Recipe = (seed) =>
  new Tape(0.9)
    .bell(420 * vary(seed, 0.1), { for: 0.5, loud: 0.3 })
    .tone({
      at: 0.05,
      for: 0.6,
      from: 620,
      to: 900,
      wave: 'saw',
      waver: 19,
      depth: 0.06,
      loud: 0.08,
      attack: 0.3,
    })
    .hiss({ seed, at: 0.5, for: 0.2, from: 2000, to: 300, loud: 0.5, fade: 2.5 });
export const stoneDoor: Recipe = (seed) =>
  new Tape(1)
    .hiss({ seed, for: 0.9, from: 420, to: 260, over: 60, loud: 0.9, attack: 0.3, fade: 0.7 })
    .tone({ at: 0.8, for: 0.2, from: 70, to: 40, loud: 0.8, fade: 2 });
export const chest: Recipe = (seed) =>
  new Tape(0.5)
    .tone({
      for: 0.3,
      from: 300,
      to: 420,
      wave: 'saw',
      waver: 24,
      depth: 0.1,
      rasp: 0.6,
      rough: 0.25,
      loud: 0.14,
      attack: 0.3,
    })
    .hiss({ seed, at: 0.3, for: 0.12, from: 1500, to: 300, loud: 0.6, fade: 3 })
    .tone({ at: 0.3, for: 0.16, from: 130, to: 70, loud: 0.6, fade: 2.5 });
export const clothRustle: Recipe = (seed) =>
  new Tape(0.35)
    .hiss({ seed, for: 0.16, from: 2600, over: 400, loud: 0.4, attack: 0.4 })
    .hiss({ seed: seed + 1, at: 0.14, for: 0.2, from: 3400, over: 500, loud: 0.35, attack: 0.4 });
export const basket: Recipe = (seed) =>
  new Tape(0.3)
    .hiss({ seed, for: 0.08, from: 3800, over: 900, loud: 0.5, fade: 2 })
    .hiss({ seed: seed + 1, at: 0.1, for: 0.14, from: 3000, over: 700, loud: 0.4, fade: 2 });
export const thud: Recipe = (seed) =>
  new Tape(0.35)
    .tone({ for: 0.3, from: 120 * vary(seed, 0.2), to: 48, loud: 0.9, fade: 2.5 })
    .hiss({ seed, for: 0.1, from: 900, to: 200, loud: 0.5, fade: 3 });
export const swing: Recipe = (seed) =>
  new Tape(0.32).hiss({
    seed,
    for: 0.3,
    from: 700,
    to: 3200 * vary(seed, 0.3),
    over: 300,
    loud: 0.7,
    attack: 0.55,
    fade: 1.8,
  });
export const bladeHit: Recipe = (seed) =>
  new Tape(0.5)
    .hiss({ seed, for: 0.08, from: 5000, over: 800, loud: 0.7, fade: 3 })
    .bell(980 * vary(seed, 0.25), { for: 0.4, loud: 0.35 })
    .tone({ for: 0.12, from: 180, to: 80, loud: 0.6, fade: 2 });
export const axeHit: Recipe = (seed) =>
  new Tape(0.45)
    .hiss({ seed, for: 0.14, from: 2600, to: 300, loud: 0.9, fade: 3 })
    .tone({ for: 0.22, from: 150 * vary(seed, 0.2), to: 52, loud: 0.8, fade: 2 })
    .bell(640, { for: 0.25, loud: 0.16 });
export const bluntHit: Recipe = (seed) =>
  new Tape(0.4)
    .tone({ for: 0.28, from: 150 * vary(seed, 0.25), to: 42, loud: 1, fade: 2.5 })
    .hiss({ seed, for: 0.12, from: 1100, to: 160, loud: 0.7, fade: 3 });
export const punch: Recipe = (seed) =>
  new Tape(0.25)
    .hiss({ seed, for: 0.07, from: 2200 * vary(seed, 0.3), to: 300, loud: 0.8, fade: 3 })
    .tone({ for: 0.14, from: 190 * vary(seed, 0.3), to: 70, loud: 0.7, fade: 2.5 });
export const bowShot: Recipe = (seed) =>
  new Tape(0.5)
    .tone({
      for: 0.3,
      from: 190,
      to: 150,
      wave: 'triangle',
      waver: 42,
      depth: 0.08,
      loud: 0.55,
      fade: 2.5,
      attack: 0.005,
    })
    .hiss({ seed, at: 0.02, for: 0.4, from: 4200, to: 1200, over: 900, loud: 0.3, attack: 0.15, fade: 2 });
export const anvil: Recipe = (seed) =>
  new Tape(0.9)
    .bell(1180 * vary(seed, 0.06), { for: 0.85, loud: 0.5 })
    .hiss({ seed, for: 0.03, from: 6000, loud: 0.5, fade: 3 });
export const pick: Recipe = (seed) =>
  new Tape(0.5)
    .bell(1500 * vary(seed, 0.1), { for: 0.25, loud: 0.3 })
    .hiss({ seed, for: 0.1, from: 3800, to: 500, loud: 0.7, fade: 3 })
    .hiss({ seed: seed + 1, at: 0.14, for: 0.3, from: 1600, over: 300, loud: 0.2, fade: 2 });
export const chop: Recipe = (seed) =>
  new Tape(0.4)
    .hiss({ seed, for: 0.1, from: 2400, to: 400, loud: 0.8, fade: 3 })
    .tone({ for: 0.2, from: 230, to: 120, loud: 0.6, fade: 3, wave: 'triangle' });
export const saw: Recipe = (seed) => {
  const tape = new Tape(1.1);
  for (let i = 0; i < 4; i++)
    tape.hiss({
      seed: seed + i,
      at: i * 0.26,
      for: 0.24,
      from: i % 2 ? 2600 : 1700,
      over: 500,
      loud: 0.5,
      attack: 0.4,
      fade: 0.8,
    });
  return tape;
};
export const scissors: Recipe = (seed) =>
  new Tape(0.4)
    .hiss({ seed, for: 0.09, from: 7000, over: 2200, loud: 0.6, fade: 2 })
    .bell(2600, { at: 0.06, for: 0.12, loud: 0.14 })
    .hiss({ seed: seed + 1, at: 0.2, for: 0.1, from: 7000, over: 2200, loud: 0.6, fade: 2 })
    .bell(2750, { at: 0.27, for: 0.12, loud: 0.14 });
export const scribble: Recipe = (seed) => {
  const tape = new Tape(0.8);
  for (let i = 0; i < 6; i++)
    tape.hiss({
      seed: seed + i,
      at: i * 0.12,
      for: 0.08 + (i % 3) * 0.02,
      from: 5200,
      over: 1800,
      loud: 0.3,
      attack: 0.3,
    });
  return tape;
};
export const paper: Recipe = (seed) =>
  new Tape(0.5)
    .hiss({ seed, for: 0.3, from: 5200, to: 2800, over: 900, loud: 0.35, attack: 0.6 })
    .hiss({ seed: seed + 3, at: 0.25, for: 0.2, from: 6400, over: 1500, loud: 0.4, attack: 0.2 });
export const coins =
  (count: number): Recipe =>
  (seed) => {
    const tape = new Tape(0.3 + count * 0.07);
    for (let i = 0; i < count; i++)
      tape.bell(3100 * (1 + ((seed * 7 + i * 5) % 9) / 16), {
        at: i * 0.065,
        for: 0.2,
        loud: 0.3 - i * 0.02,
      });
    return tape;
  };
export const lock: Recipe = (seed) =>
  new Tape(0.35)
    .bell(2100, { for: 0.08, loud: 0.2 })
    .hiss({ seed, for: 0.03, from: 5000, loud: 0.4, fade: 3 })
    .hiss({ seed: seed + 1, at: 0.14, for: 0.05, from: 3200, loud: 0.7, fade: 3 })
    .tone({ at: 0.14, for: 0.08, from: 420, to: 240, loud: 0.4, wave: 'triangle', fade: 2 });
export const eat: Recipe = (seed) => {
  const tape = new Tape(0.75);
  for (let i = 0; i < 3; i++)
    tape.hiss({
      seed: seed + i,
      at: i * 0.22 + (seed % 3) * 0.01,
      for: 0.13,
      from: 2400 - i * 300,
      to: 700,
      over: 200,
      loud: 0.6,
      attack: 0.15,
      fade: 1.6,
    });
  return tape;
};
export const drink: Recipe = (seed) => {
  const tape = new Tape(0.9);
  for (let i = 0; i < 3; i++)
    tape.tone({
      at: i * 0.26,
      for: 0.16,
      from: 240 + (seed % 5) * 8,
      to: 480,
      loud: 0.5,
      attack: 0.4,
      waver: 22,
      depth: 0.1,
    });
  return tape;
};
export const splash: Recipe = (seed) => {
  const tape = new Tape(0.9).hiss({
    seed,
    for: 0.7,
    from: 3200,
    to: 500,
    over: 150,
    loud: 0.7,
    attack: 0.05,
    fade: 1.6,
  });
  for (let i = 0; i < 5; i++)
    tape.tone({
      at: 0.1 + i * 0.13,
      for: 0.07,
      from: 520 + ((seed + i * 3) % 7) * 90,
      to: 1100,
      loud: 0.16,
      attack: 0.2,
    });
  return tape;
};
export const stream: Recipe = (seed) => {
  const tape = new Tape(2).hiss({ seed, for: 2, from: 1600, over: 300, loud: 0.25, attack: 0.1, fade: 0.2 });
  for (let i = 0; i < 18; i++)
    tape.tone({
      at: i * 0.108,
      for: 0.08,
      from: 480 + ((i * 37 + seed) % 11) * 70,
      to: 900,
      loud: 0.1,
      attack: 0.3,
    });
  return tape;
};
export const fire: Recipe = (seed) => {
  const tape = new Tape(1.6).hiss({ seed, for: 1.6, from: 620, over: 60, loud: 0.4, attack: 0.1, fade: 0.3 });
  for (let i = 0; i < 14; i++)
    tape.hiss({
      seed: seed + i,
      at: ((i * 29 + seed) % 31) / 20,
      for: 0.02,
      from: 5200,
      over: 800,
      loud: 0.7,
      fade: 2,
    });
  return tape;
};
export const ignite: Recipe = (seed) =>
  new Tape(0.7).hiss({ seed, for: 0.6, from: 500, to: 2600, over: 100, loud: 0.7, attack: 0.35, fade: 1.5 });
export const douse: Recipe = (seed) =>
  new Tape(0.6).hiss({
    seed,
    for: 0.5,
    from: 7000,
    to: 1800,
    over: 1200,
    loud: 0.6,
    attack: 0.05,
    fade: 1.8,
  });
export const fizzle: Recipe = (seed) =>
  new Tape(0.8)
    .hiss({ seed, for: 0.5, from: 5200, to: 600, over: 300, loud: 0.6, fade: 1.4 })
    .tone({ for: 0.6, from: 720, to: 130, wave: 'triangle', waver: 17, depth: 0.14, loud: 0.4, fade: 1.4 });
export const wind: Recipe = (seed) =>
  new Tape(2.4)
    .hiss({ seed, for: 2.4, from: 300, to: 760, over: 80, loud: 0.9, attack: 0.45, fade: 0.9 })
    .hiss({ seed: seed + 1, at: 0.5, for: 1.6, from: 1500, to: 900, over: 700, loud: 0.25, attack: 0.5 });
export const thunder: Recipe = (seed) =>
  new Tape(2)
    .hiss({ seed, for: 0.18, from: 6000, to: 900, loud: 1, fade: 2 })
    .hiss({ seed: seed + 1, at: 0.06, for: 1.8, from: 240, to: 70, loud: 1, attack: 0.05, fade: 1.6 });
export const boom: Recipe = (seed) =>
  new Tape(1.1)
    .hiss({ seed, for: 0.9, from: 1600, to: 90, loud: 1, fade: 2 })
    .tone({ for: 0.8, from: 90, to: 28, loud: 0.9, fade: 1.8 });
export const trap: Recipe = (seed) =>
  new Tape(0.5)
    .bell(1700, { for: 0.3, loud: 0.3 })
    .hiss({ seed, for: 0.09, from: 4200, loud: 0.8, fade: 3 })
    .tone({ for: 0.1, from: 300, to: 120, loud: 0.5 });
export const mortar: Recipe = (seed) => {
  const tape = new Tape(0.9);
  for (let i = 0; i < 3; i++)
    tape
      .hiss({ seed: seed + i, at: i * 0.28, for: 0.24, from: 1900, over: 600, loud: 0.4, attack: 0.5 })
      .bell(900, { at: i * 0.28, for: 0.1, loud: 0.06 });
  return tape;
};
export const bubbles: Recipe = (seed) => {
  const tape = new Tape(0.9);
  for (let i = 0; i < 8; i++)
    tape.tone({
      at: i * 0.1,
      for: 0.09,
      from: 260 + ((seed + i * 5) % 7) * 60,
      to: 700,
      loud: 0.35,
      attack: 0.3,
    });
  return tape;
};
export const crickets: Recipe = (seed) => {
  const tape = new Tape(1.6);
  for (let i = 0; i < 4; i++)
    for (let k = 0; k < 4; k++)
      tape.tone({
        at: i * 0.38 + k * 0.045,
        for: 0.035,
        from: 4300 + (seed % 5) * 40,
        loud: 0.25,
        attack: 0.3,
      });
  return tape;
};
/** A run of notes on plucked strings, struck skins or a pipe; failing, it goes astray. */
export const music =
  (instrument: 'string' | 'drum' | 'pipe' | 'jingle', pitch: number, well: boolean): Recipe =>
  (seed) => {
    const tape = new Tape(1.8);
    const scale = well ? [0, 4, 7, 12, 7, 4] : [0, 1, 6, 3, 11, 2];
    scale.forEach((note, i) => {
      const from = pitch * 2 ** (note / 12);
      const at = i * 0.24;
      if (instrument === 'string')
        tape
          .tone({ at, for: 0.6, from, wave: 'triangle', loud: 0.4, fade: 2.5, attack: 0.005 })
          .tone({ at, for: 0.4, from: from * 2, loud: 0.16, fade: 3, attack: 0.005 });
      else if (instrument === 'pipe')
        tape
          .tone({ at, for: 0.3, from, loud: 0.4, attack: 0.15, fade: 0.6, waver: 6, depth: 0.01 })
          .hiss({ seed: seed + i, at, for: 0.3, from: 3000, over: 1500, loud: 0.06 });
      else if (instrument === 'jingle')
        tape
          .hiss({ seed: seed + i, at, for: 0.12, from: 9000, over: 3500, loud: 0.5, fade: 2 })
          .bell(4200, { at, for: 0.1, loud: 0.1 });
      else
        tape
          .tone({ at: well ? at : at * 1.13, for: 0.3, from: i % 2 ? 140 : 95, to: 60, loud: 0.8, fade: 2.5 })
          .hiss({ seed: seed + i, at: well ? at : at * 1.13, for: 0.05, from: 2000, loud: 0.3, fade: 3 });
    });
    return tape;
  };
/** Something that rises and shines, or that falls and darkens. */
export const charm =
  (from: number, to: number, bright = 1): Recipe =>
  (seed) => {
    const tape = new Tape(1.1);
    tape.tone({ for: 0.9, from, to, loud: 0.3, attack: 0.3, waver: 9, depth: 0.02 }).tone({
      at: 0.05,
      for: 0.9,
      from: from * 1.5,
      to: to * 1.5,
      loud: 0.18,
      attack: 0.4,
      waver: 7,
      depth: 0.03,
    });
    for (let i = 0; i < 5; i++)
      tape.bell(to * (1.5 + ((seed + i * 3) % 5) * 0.5) * bright, {
        at: 0.12 + i * 0.13,
        for: 0.4,
        loud: 0.1,
      });
    return tape.hiss({ seed, for: 0.8, from: 6000, over: 2500, loud: 0.1 * bright, attack: 0.5 });
  };
/** Something dark: low voices that waver against each other. */
export const curse =
  (pitch: number): Recipe =>
  (seed) =>
    new Tape(1.2)
      .tone({
        for: 1.1,
        from: pitch,
        to: pitch * 0.6,
        wave: 'saw',
        waver: 6,
        depth: 0.05,
        rasp: 0.5,
        rough: 1.06,
        loud: 0.35,
        attack: 0.25,
      })
      .tone({
        for: 1.1,
        from: pitch * 1.41,
        to: pitch * 0.8,
        wave: 'triangle',
        waver: 5,
        depth: 0.06,
        loud: 0.3,
        attack: 0.3,
      })
      .hiss({ seed, for: 1, from: 900, to: 200, loud: 0.3, attack: 0.4 });
/** Something hot that flies. */
export const bolt =
  (pitch: number): Recipe =>
  (seed) =>
    new Tape(0.9)
      .hiss({ seed, for: 0.8, from: pitch * 4, to: pitch, over: 200, loud: 0.8, attack: 0.15, fade: 1.5 })
      .tone({
        for: 0.5,
        from: pitch,
        to: pitch * 0.3,
        wave: 'saw',
        rasp: 0.5,
        rough: 1.7,
        loud: 0.25,
        fade: 1.5,
      });
/** A phrase that says: well done. */
export const chime: Recipe = () => {
  const tape = new Tape(1.4);
  for (const [i, note] of [0, 4, 7, 12].entries())
    tape.bell(660 * 2 ** (note / 12), { at: i * 0.12, for: 0.9, loud: 0.3 });
  return tape;
};
