export { ClassicGame, type ClassicOptions, createWorld, type FirstLevel } from './classic.ts';
export { components } from './rules/components.ts';
export { kinds } from './rules/kinds.ts';
export { defaultRuleset, type Ruleset } from './rules/ruleset.ts';
