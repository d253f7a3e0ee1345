import { Command } from 'commander';
import { stringify } from 'yaml';
import { settings } from '../settings.ts';

export const configCommand = new Command('config')
  .description(
    'Checks the configuration and prints it as it counts: file, environment and defaults together.',
  )
  .option('--config <file>', 'YAML file')
  .action((options: { config?: string }) => {
    process.stdout.write(stringify(settings(options.config ?? null, {})));
  });
