export { ClassicGame, type ClassicOptions, createWorld, type FirstLevel } from './classic.ts';
export { components, Level } from './rules/components.ts';
export { kinds } from './rules/kinds.ts';
export { blockAt } from './rules/levels/cells.ts';
export { defaultRuleset, type Ruleset } from './rules/ruleset.ts';
