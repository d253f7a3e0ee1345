export { type Creation, type HueRanges, isHueOf, type NameProblem, nameProblem } from './creation.ts';
export type { ContainerShape, DoorShape, ItemTable, ItemTemplate, LightShape } from './item-table.ts';
export { type Content, type ContentOptions, loadContent } from './load.ts';
export { ContentError, type Problem } from './problems.ts';
export { nearestWord } from './suggest.ts';
export {
  type Bodies,
  type KitItem,
  type Looks,
  type NameRules,
  type RaceName,
  races,
  type Skill,
  type SpeechKeywords,
  type StartKits,
} from './tables.ts';
