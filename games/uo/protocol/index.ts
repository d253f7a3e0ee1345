export * from './generated/index.ts';
export * from './profiles.ts';
export * from './versions.ts';
