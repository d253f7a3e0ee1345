export { type CommandLine, type Given, readCommandLine, refuse } from './command-line.ts';
export { flag, list, type OptionKind, whole, words } from './options.ts';
