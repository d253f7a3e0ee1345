export { type GenerateOptions, generateCode, generatePages, type Output } from './generate.ts';
export { loadSpecs, type ReadText } from './load.ts';
export type { Spec, TypeDef } from './model.ts';
export { pascal } from './names.ts';
export { KsyError } from './problem.ts';
export { difference, OfficialParser } from './testing/official-parser.ts';
export {
  type OfficialParsers,
  type OracleOptions,
  type OracleReport,
  officialParsers,
  oracle,
} from './testing/oracle.ts';
