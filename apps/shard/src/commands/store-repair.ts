import { existsSync } from 'node:fs';
import { checkFolder, type Damage, repairLog, type Sacrifice } from '@gommog/store';
import { Command } from 'commander';
import { Refusal } from '../refusal.ts';
import { refuse } from '../saved-world.ts';
import { settings } from '../settings.ts';

interface Options {
  readonly data?: string;
  readonly config?: string;
  readonly truncateAt?: string;
  readonly skipToImage?: boolean;
}

export const checkCommand = new Command('check')
  .description('Reads everything, changes nothing, and names what is damaged. Exit code 1 when something is.')
  .option('--data <dir>', 'data folder')
  .option('--config <file>', 'YAML file')
  .action(check);

export const repairCommand = new Command('repair')
  .description('Writes a damaged log anew, of a stopped shard. Something is given up: you choose what.')
  .option('--data <dir>', 'data folder')
  .option('--config <file>', 'YAML file')
  .option('--truncate-at <record>', 'give up this record and all after it: the world goes back')
  .option('--skip-to-image', 'give up the history that the image does not need: the world stays as it is')
  .action(repair);

async function check(options: Options): Promise<void> {
  const data = folderOf(options);
  const { components, damages, image, log, tornBytes } = await checkFolder(data).catch(refuse);
  const held = log === null ? 'no records' : `records ${log.first} to ${log.last}`;
  const reach = image === null ? 'cannot be read' : `${components} components, up to record ${image}`;
  process.stdout.write(`log: ${held}\nimage: ${reach}\n`);
  if (tornBytes > 0)
    process.stdout.write(
      `${tornBytes} bytes of a record that was never durable: the next start cuts them off\n`,
    );
  for (const damage of damages) process.stdout.write(describe(damage));
  if (damages.length === 0) process.stdout.write('sound\n');
  else process.exitCode = 1;
}

function describe({ entities, file, offset, problem }: Damage): string {
  const place = problem.startsWith(file) ? problem : `${file} at byte ${offset}: ${problem}`;
  if (entities.length === 0) return `${place}\n`;
  return `${place}\n  seems to speak of ${entities.map((serial) => `0x${serial.toString(16)}`).join(' ')}\n`;
}

async function repair(options: Options): Promise<void> {
  const data = folderOf(options);
  const { aside, given, log } = await repairLog(data, sacrificeOf(options)).catch(refuse);
  const held = log === null ? 'no records' : `records ${log.first} to ${log.last}`;
  process.stdout.write(`the log has ${held}; ${given} were given up; the old one is ${aside}\n`);
}

function sacrificeOf({ skipToImage, truncateAt }: Options): Sacrifice {
  if ((truncateAt === undefined) === (skipToImage === undefined)) {
    throw new Refusal(
      'choose what to give up: --truncate-at RECORD or --skip-to-image (see `gommog store check`)',
    );
  }
  if (truncateAt === undefined) return 'image';
  const before = Number(truncateAt);
  if (!Number.isInteger(before) || before < 1) throw new Refusal(`--truncate-at ${truncateAt}: not a record`);
  return { before };
}

function folderOf(options: Options): string {
  const { data } = settings(options.config ?? null, { data: options.data });
  if (!existsSync(data)) throw new Refusal(`${data}: there is no such folder`);
  return data;
}
