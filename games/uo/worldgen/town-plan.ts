import type { HousePlan } from './building.ts';
import type { Trade } from './data/furniture.ts';
import { DOORS, FLOORS, ROOFS, STAIRS, WALLS } from './data/pieces.ts';

/** Outer size of a town's wall, in tiles. */
export const TOWN_WIDTH = 80;
export const TOWN_HEIGHT = 72;

/** How a town is built, and what is in it. */
export interface TownStyle {
  readonly name: string;
  readonly inn: string;
  /** Loves the sea, the heights or the woods: where it is founded. */
  readonly likes: 'coast' | 'hills' | 'woods';
  readonly wall: HousePlan['walls'];
  readonly houses: readonly Pick<HousePlan, 'walls' | 'roof' | 'floor' | 'stairs' | 'door'>[];
  /** The first four lie on the market square. The rest of the lots are homes. */
  readonly trades: readonly Trade[];
  /** Number of the tune that the client plays here. */
  readonly music: number;
}

const wooden = { floor: FLOORS.darkWood, stairs: STAIRS.darkWood, door: DOORS.darkWood };
const light = { floor: FLOORS.lightWood, stairs: STAIRS.lightWood, door: DOORS.mediumWood };
const stone = { floor: FLOORS.flagstone, stairs: STAIRS.weatheredStone, door: DOORS.strongWood };

export const TOWN_STYLES: readonly TownStyle[] = [
  {
    name: 'Marrowmere',
    inn: 'The Patient Gull',
    likes: 'coast',
    wall: WALLS.weatheredStone,
    houses: [
      { ...wooden, walls: WALLS.timberedPlaster, roof: ROOFS.tile },
      { ...wooden, walls: WALLS.plaster, roof: ROOFS.shingle },
      { ...stone, walls: WALLS.fieldstone, roof: ROOFS.tile },
    ],
    trades: ['bank', 'inn', 'provisioner', 'healer', 'shipwright', 'tavern', 'bakery', 'tailor', 'smith'],
    music: 22,
  },
  {
    name: 'Highcairn',
    inn: 'The Cold Hearth',
    likes: 'hills',
    wall: WALLS.granite,
    houses: [
      { ...stone, walls: WALLS.greyBrick, roof: ROOFS.tile },
      { ...stone, walls: WALLS.fieldstone, roof: ROOFS.shingle },
      { ...stone, walls: WALLS.sandstone, roof: 'flat' },
    ],
    trades: ['bank', 'inn', 'smith', 'healer', 'provisioner', 'tinker', 'mage', 'bakery', 'tavern', 'smith'],
    music: 16,
  },
  {
    name: 'Alderwick',
    inn: 'The Owl and Lantern',
    likes: 'woods',
    wall: WALLS.fieldstone,
    houses: [
      { ...wooden, walls: WALLS.log, roof: ROOFS.log },
      { ...light, walls: WALLS.darkWood, roof: ROOFS.shingle },
      { ...light, walls: WALLS.lightWood, roof: ROOFS.shingle },
    ],
    trades: [
      'bank',
      'inn',
      'healer',
      'carpenter',
      'bowyer',
      'mage',
      'provisioner',
      'tailor',
      'stable',
      'smith',
    ],
    music: 24,
  },
];

/** What a shop's sign says, before the town's name. */
export const TRADE_NAMES: Record<Trade, readonly string[]> = {
  home: ['A house'],
  bank: ['Bank of'],
  inn: ['Inn of'],
  tavern: ['The Full Jug of', 'The Wet Boot of', 'The Long Table of'],
  smith: ['Smithy of', 'Hammer and Tongs of'],
  tailor: ['Tailor of', 'Fine Cloth of'],
  provisioner: ['Provisions of', 'Stores of'],
  healer: ['House of Healing of'],
  bakery: ['Bakery of'],
  mage: ['School of Magery of'],
  carpenter: ['Carpenter of'],
  shipwright: ['Shipwright of'],
  bowyer: ['Bowyer of'],
  tinker: ['Tinker of'],
  stable: ['Stables of'],
};
