export * from './extensions.ts';
export * from './generated/index.ts';
