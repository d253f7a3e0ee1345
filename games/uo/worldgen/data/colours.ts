/** A colour as red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** How land looks on the radar, by terrain. What is not here is grey. */
export const LAND_COLOURS: Readonly<Record<string, Colour>> = {
  grass: [74, 115, 49],
  forest: [49, 82, 33],
  jungle: [41, 99, 33],
  sand: [206, 189, 140],
  dirt: [132, 107, 74],
  furrows: [115, 90, 49],
  road: [140, 132, 123],
  rock: [107, 99, 90],
  cave: [82, 74, 66],
  'cave-wall': [49, 41, 41],
  water: [33, 66, 115],
  'shallow-water-bed': [41, 82, 132],
  snow: [222, 222, 230],
  swamp: [74, 82, 49],
  lava: [198, 66, 16],
  embankment: [99, 107, 57],
  blank: [0, 0, 0],
  nodraw: [0, 0, 0],
  void: [0, 0, 0],
};

/** How items look on the radar: the first rule whose word is in the name. */
export const ITEM_COLOURS: readonly (readonly [word: string, colour: Colour])[] = [
  ['water', [41, 82, 132]],
  ['leaves', [33, 74, 24]],
  ['cedar', [24, 66, 33]],
  ['needles', [24, 66, 33]],
  ['tree', [41, 82, 24]],
  ['fern', [41, 90, 33]],
  ['grass', [82, 123, 49]],
  ['hedge', [41, 90, 33]],
  ['wheat', [198, 173, 82]],
  ['corn', [140, 148, 66]],
  ['hay', [189, 165, 82]],
  ['palm', [57, 107, 41]],
  ['flower', [148, 99, 115]],
  ['shingle', [123, 82, 57]],
  ['tile roof', [148, 66, 49]],
  ['log roof', [107, 82, 49]],
  ['thatch', [181, 148, 82]],
  ['stone roof', [132, 132, 132]],
  ['marble', [206, 206, 198]],
  ['sandstone', [181, 156, 107]],
  ['plaster', [189, 173, 148]],
  ['brick', [140, 107, 90]],
  ['stone', [115, 115, 115]],
  ['log', [115, 82, 49]],
  ['wood', [123, 90, 57]],
  ['board', [132, 99, 66]],
  ['plank', [148, 115, 74]],
  ['door', [99, 66, 33]],
  ['cave', [82, 74, 66]],
  ['rock', [107, 99, 90]],
  ['bridge', [132, 99, 66]],
  ['floor', [132, 123, 107]],
];

export const OTHER_COLOUR: Colour = [123, 123, 123];
