import { existsSync } from 'node:fs';
import { type Config, ConfigError, loadConfig, type Overrides } from './config/load.ts';
import { Refusal } from './refusal.ts';

/** Read when it is there and no other is named. */
const DEFAULT_FILE = 'gommog.yaml';

/** The configuration from file, environment and command line. Throws Refusal. */
export function settings(file: string | null, overrides: Overrides): Config {
  const found = file ?? (existsSync(DEFAULT_FILE) ? DEFAULT_FILE : null);
  try {
    return loadConfig(found, process.env, overrides);
  } catch (error) {
    if (error instanceof ConfigError) throw new Refusal(error.message);
    throw error;
  }
}
