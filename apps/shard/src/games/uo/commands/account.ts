import { randomBytes } from 'node:crypto';
import type { World } from '@gommog/core';
import { ACCOUNT, AccessLevel, Account, argon2Hasher, Mobile } from '@gommog/uo';
import { Command, Option } from 'commander';
import { Refusal } from '../../../refusal.ts';
import { openSavedWorld, saveAndClose } from '../../../saved-world.ts';
import { settings } from '../../../settings.ts';

interface Options {
  readonly data?: string;
  readonly config?: string;
  readonly password?: string;
  readonly access?: keyof typeof AccessLevel;
  readonly count?: string;
}

const levels = Object.keys(AccessLevel);

function withData(command: Command): Command {
  return command.option('--data <dir>', 'data folder').option('--config <file>', 'YAML file');
}

/** Opens the saved world, lets `work` at it, and saves what it changed. */
async function change(options: Options, work: (world: World) => Promise<void> | void): Promise<void> {
  const opened = await openSavedWorld(settings(options.config ?? null, { data: options.data }));
  try {
    await work(opened.world);
  } finally {
    await saveAndClose(opened);
  }
}

function find(world: World, name: string): number {
  let found = 0;
  world.each(Account, (serial, account) => {
    if (account.name.toLowerCase() === name.toLowerCase()) found = serial;
  });
  return found;
}

function require(world: World, name: string): Account {
  const serial = find(world, name);
  if (serial === 0) throw new Refusal(`there is no account '${name}'`);
  return world.require(serial, Account);
}

export const accountCommand = new Command('account')
  .description('Accounts of a shard that is not running.')
  .addCommand(
    withData(new Command('create'))
      .description('Makes an account; without --password it prints one.')
      .argument('<name>')
      .option('--password <text>', 'its password')
      .addOption(new Option('--access <level>', 'what it may do').choices(levels).default('player'))
      .option('--count <n>', 'make <name>0, <name>1, … with the name as password: for load tests')
      .action((name: string, options: Options) => change(options, (world) => create(world, name, options))),
  )
  .addCommand(
    withData(new Command('password'))
      .description('Sets a password.')
      .argument('<name>')
      .argument('[password]', 'without it, one is made and printed: better than in the history of a shell')
      .action((name: string, password: string | undefined, options: Options) =>
        change(options, async (world) => {
          const account = require(world, name);
          const chosen = password ?? makePassword();
          account.passwordHash = await argon2Hasher.hash(chosen);
          if (password === undefined) process.stdout.write(`password: ${chosen}\n`);
        }),
      ),
  )
  .addCommand(
    withData(new Command('access'))
      .description(`Sets what an account may do: ${levels.join(', ')}.`)
      .argument('<name>')
      .argument('<level>')
      .action((name: string, level: string, options: Options) =>
        change(options, (world) => {
          if (!levels.includes(level)) throw new Refusal(`'${level}' is none of: ${levels.join(', ')}`);
          require(world, name).access = AccessLevel[level as keyof typeof AccessLevel];
        }),
      ),
  )
  .addCommand(
    withData(new Command('ban'))
      .description('Bans an account, or lifts a ban with --lift.')
      .argument('<name>')
      .option('--lift', 'lift it')
      .action((name: string, options: Options & { lift?: boolean }) =>
        change(options, (world) => {
          require(world, name).banned = options.lift !== true;
        }),
      ),
  )
  .addCommand(
    withData(new Command('list'))
      .description('Lists accounts with their characters.')
      .action((options: Options) => change(options, list)),
  );

/** What nobody guesses. */
function makePassword(): string {
  return randomBytes(9).toString('base64url');
}

async function create(world: World, name: string, options: Options): Promise<void> {
  const access = AccessLevel[options.access ?? 'player'];
  const count = Number(options.count ?? 1);
  if (!Number.isInteger(count) || count < 1)
    throw new Refusal(`--count ${options.count}: not a number of accounts`);
  const names = options.count === undefined ? [name] : Array.from({ length: count }, (_, i) => `${name}${i}`);
  for (const each of names) {
    if (!/^[\x21-\x7e]{1,30}$/.test(each))
      throw new Refusal(`'${each}': a name has 1 to 30 letters, digits or signs, and no blanks`);
    if (find(world, each) !== 0) throw new Refusal(`the account '${each}' exists already`);
    const password = options.password ?? (options.count === undefined ? makePassword() : each);
    const passwordHash = await argon2Hasher.hash(password);
    world.set(world.newSerial(ACCOUNT), Account, {
      name: each,
      passwordHash,
      access,
      createdMs: world.nowMs,
    });
    if (options.password === undefined && options.count === undefined)
      process.stdout.write(`password: ${password}\n`);
  }
}

function list(world: World): void {
  world.each(Account, (serial, { access, banned, characters, name }) => {
    const level = levels.find((each) => AccessLevel[each as keyof typeof AccessLevel] === access) ?? access;
    const names = characters
      .filter((each) => each !== 0)
      .map((each) => world.get(each, Mobile)?.name ?? `${each}?`);
    process.stdout.write(
      `0x${serial.toString(16)} ${name} ${level}${banned ? ' BANNED' : ''}: ${names.join(', ') || '-'}\n`,
    );
  });
}
