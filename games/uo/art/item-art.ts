import type { Canvas } from './canvas.ts';
import type { Graphic, Recipe } from './graphics.ts';
import { drawCurios } from './items/curios.ts';
import { drawFood } from './items/food.ts';
import { drawMaterials } from './items/materials.ts';
import { drawPapers } from './items/papers.ts';
import { drawTools } from './items/tools.ts';
import { drawVessels } from './items/vessels.ts';
import { drawWeapons } from './items/weapons.ts';
import { drawWorn } from './items/worn.ts';
import { drawContainers } from './statics/containers.ts';
import { drawDoors } from './statics/doors.ts';
import { drawFurniture } from './statics/furniture.ts';
import { drawLights } from './statics/lights.ts';
import { drawNature } from './statics/nature.ts';
import { drawPlants } from './statics/plants.ts';
import { drawRoofsAndFloors } from './statics/roofs-and-floors.ts';
import { drawStairs } from './statics/stairs.ts';
import { drawTown } from './statics/town.ts';
import { drawTrees } from './statics/trees.ts';
import { drawWalls } from './statics/walls.ts';
import { drawWorkshop } from './statics/workshop.ts';

/** In the order in which they are asked; the last draws anything. */
const RECIPES: readonly Recipe[] = [
  drawWalls,
  drawRoofsAndFloors,
  drawStairs,
  drawDoors,
  drawTrees,
  drawPlants,
  drawFurniture,
  drawContainers,
  drawLights,
  drawWorkshop,
  drawTown,
  drawPapers,
  drawWeapons,
  drawWorn,
  drawVessels,
  drawTools,
  drawFood,
  drawNature,
  drawMaterials,
  drawCurios,
];

/** The picture of a graphic, as it stands on its tile: see `ArtSource.static`. */
export function drawGraphic(graphic: Graphic): Canvas {
  for (const draw of RECIPES) {
    const picture = draw(graphic);
    if (picture !== null) return picture;
  }
  throw new Error(`nothing draws graphic ${graphic.id}`);
}

/** Which recipe draws a graphic: its place in their order. */
export function familyOf(graphic: Graphic): string {
  return RECIPES.find((draw) => draw(graphic) !== null)?.name ?? '';
}
