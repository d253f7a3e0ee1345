import { ACTIONS_OF, bodyKind, DIRECTIONS } from '../../files/body-kind.ts';
import type { Frame } from '../art-source.ts';
import { RAMPS } from '../palette.ts';
import { ANIMALS } from './beasts/animals.ts';
import { ANIMAL_ACTIONS, MONSTER_ACTIONS } from './beasts/gaits.ts';
import { AS_PEOPLE, monsterSkeleton } from './beasts/monster-kit.ts';
import { MONSTERS } from './beasts/monsters.ts';
import { ANIMAL_DOINGS, DOING_FRAMES, MONSTER_DOINGS, OTHERS } from './beasts/others.ts';
import { drawFourLegs, drawWings } from './beasts/quadruped.ts';
import { Clay, type View } from './clay.ts';
import { PEOPLE_ACTIONS, peoplePose } from './people/actions.ts';
import { drawPerson, MAN, WOMAN } from './people/people.ts';
import { type Skeleton, skeletonOf } from './people/skeleton.ts';
import { add, turned } from './vector.ts';
import { hood, horns } from './wear/heads.ts';
import { all, belt, skirt, sleeves, vest, type Wearer } from './wear/pieces.ts';
import { WARDROBE } from './wear/wardrobe.ts';

type People = (clay: Clay, s: Skeleton) => void;
const GHOST = { ramp: RAMPS.cloth, bias: 0.8, contrast: 0.9 };
const GHOST_ROBE = all(
  skirt(GHOST, 1.9, 1.8, 0.9),
  vest(GHOST, 1.2),
  sleeves(GHOST, 1.9, 0.9, 1.6),
  belt({ ...GHOST, bias: -0.8 }),
  hood(GHOST, { ramp: RAMPS.ink, bias: 0 }),
);
const WING = { ramp: RAMPS.cloth, bias: -0.4 };
const person =
  (woman: boolean): People =>
  (clay, s) =>
    drawPerson(clay, s, { woman });
const ghost: People = (clay, s) => {
  drawPerson(clay, s, { skin: { ...GHOST, bias: 0.2 }, loin: null });
  GHOST_ROBE(clay, { s, woman: false });
};
const winged =
  (woman: boolean): People =>
  (clay, s) => {
    drawPerson(clay, s, { woman });
    horns({ ramp: RAMPS.cloth, bias: -0.6 }, 0.8, 2)(clay, { s, woman });
    drawWings(
      clay,
      add(s.chest, turned(s.chestTurn, [0, -3.2, 3])),
      s.chestTurn,
      17,
      { beat: 0, spread: 0.15 },
      WING,
    );
  };
const robed: People = (clay, s) => {
  drawPerson(clay, s, {});
  WARDROBE.get(987)!(clay, { s, woman: false });
};
/** People of all kinds, alive and dead. */
const PEOPLE: ReadonlyMap<number, { readonly draw: People; readonly woman: boolean }> = new Map([
  [400, { draw: person(false), woman: false }],
  [401, { draw: person(true), woman: true }],
  [402, { draw: ghost, woman: false }],
  [403, { draw: ghost, woman: true }],
  [605, { draw: person(false), woman: false }],
  [606, { draw: person(true), woman: true }],
  [607, { draw: ghost, woman: false }],
  [608, { draw: ghost, woman: true }],
  [666, { draw: winged(false), woman: false }],
  [667, { draw: winged(true), woman: true }],
  [694, { draw: ghost, woman: false }],
  [695, { draw: ghost, woman: true }],
  [987, { draw: robed, woman: false }],
]);

/** Every body that is drawn, what is worn among them, in rising order. */
export const BODY_IDS: readonly number[] = [
  ...new Set([...ANIMALS.keys(), ...MONSTERS.keys(), ...OTHERS.keys(), ...PEOPLE.keys(), ...WARDROBE.keys()]),
].sort((a, b) => a - b);

/** What its rider sits on, to hide the leg behind it. */
const MOUNT = 200;

/** Large enough for a dragon with spread wings; for people, less is quicker. */
const WIDE = { width: 220, height: 200, middle: 110, ground: 140 };
const NARROW = { width: 108, height: 112, middle: 54, ground: 80 };

/** Draws bodies. It keeps what it needs again: the shapes of naked bodies, behind which what they hold is hidden. */
export class BodyArtist {
  readonly #wide = new Clay(WIDE);
  readonly #narrow = new Clay(NARROW);
  readonly #shapes = new Map<number, readonly (readonly [Skeleton, Float32Array])[]>();

  /** Pictures of an action in a direction of the files, 0 (towards us) to 4 (away); null when there is no such body. */
  frames(body: number, action: number, direction: number): readonly Frame[] | null {
    if (direction < 0 || direction >= DIRECTIONS || action < 0 || action >= ACTIONS_OF[bodyKind(body)])
      return null;
    const view = { facing: direction };
    const animal = ANIMALS.get(body);
    if (animal !== undefined) {
      const { frames, pose } = (bodyKind(body) === 'animal' ? ANIMAL_ACTIONS : MONSTER_ACTIONS)[action]!;
      return this.#pictures(this.#wide, view, frames, (clay, i) =>
        drawFourLegs(clay, animal.shape, pose(animal.motion, i)),
      );
    }
    const monster = MONSTERS.get(body);
    if (monster !== undefined) {
      const like = AS_PEOPLE[action]!;
      const { frames } = PEOPLE_ACTIONS[like]!;
      return this.#pictures(this.#wide, { ...view, scale: monster.size }, frames, (clay, i) =>
        monster.draw(clay, monsterSkeleton(monster, peoplePose(like, i)), i / frames),
      );
    }
    const other = OTHERS.get(body);
    if (other !== undefined) {
      const doing = (bodyKind(body) === 'animal' ? ANIMAL_DOINGS : MONSTER_DOINGS)[action]!;
      const [frames, loops] = DOING_FRAMES[doing];
      return this.#pictures(this.#wide, view, frames, (clay, i) =>
        other(clay, doing, frames === 1 ? 0 : i / (loops ? frames : frames - 1)),
      );
    }
    return this.#people(body, action, direction);
  }

  #people(body: number, action: number, direction: number): readonly Frame[] | null {
    const person = PEOPLE.get(body);
    const piece = WARDROBE.get(body);
    const { frames, riding = false } = PEOPLE_ACTIONS[action]!;
    const view = { facing: direction };
    if (person !== undefined) {
      const mount = riding ? this.#mountShape(action, direction) : [];
      return this.#pictures(
        this.#narrow,
        view,
        frames,
        (clay, i) => person.draw(clay, skeletonOf(person.woman ? WOMAN : MAN, peoplePose(action, i))),
        (i) => mount[i % Math.max(1, mount.length)] ?? null,
      );
    }
    if (piece === undefined) return null;
    const shapes = this.#shapesOf(action, direction);
    return this.#pictures(
      this.#narrow,
      view,
      frames,
      (clay, i) => piece(clay, { s: shapes[i]![0], woman: false } satisfies Wearer),
      (i) => shapes[i]![1],
    );
  }

  /** Joints and depths of the naked body, and of what it rides, in each picture of an action. */
  #shapesOf(action: number, direction: number): readonly (readonly [Skeleton, Float32Array])[] {
    const key = action * DIRECTIONS + direction;
    const known = this.#shapes.get(key);
    if (known !== undefined) return known;
    const { frames, riding = false } = PEOPLE_ACTIONS[action]!;
    const mount = riding ? this.#mountShape(action, direction) : [];
    const shapes = Array.from({ length: frames }, (_, i) => {
      const s = skeletonOf(MAN, peoplePose(action, i));
      drawPerson(this.#narrow.begin({ facing: direction }), s, {});
      const shape = this.#narrow.shape();
      const under = mount[i % Math.max(1, mount.length)];
      if (under !== undefined)
        for (let k = 0; k < shape.length; k++) shape[k] = Math.max(shape[k]!, under[k]!);
      return [s, shape] as const;
    });
    this.#shapes.set(key, shapes);
    return shapes;
  }

  #mountShape(action: number, direction: number): readonly Float32Array[] {
    const { motion, shape } = ANIMALS.get(MOUNT)!;
    const gait = ANIMAL_ACTIONS[action === 23 ? 0 : action === 24 ? 1 : 2]!;
    return Array.from({ length: gait.frames }, (_, i) => {
      drawFourLegs(this.#narrow.begin({ facing: direction }), shape, gait.pose(motion, i));
      return this.#narrow.shape();
    });
  }

  #pictures(
    clay: Clay,
    view: View,
    frames: number,
    draw: (clay: Clay, frame: number) => void,
    occluder: (frame: number) => Float32Array | null = () => null,
  ): readonly Frame[] {
    return Array.from({ length: frames }, (_, i) => {
      draw(clay.begin(view, occluder(i)), i);
      const { canvas, centreX, centreY } = clay.lines().picture();
      return { ...canvas.toBitmap(), centreX, centreY };
    });
  }
}
