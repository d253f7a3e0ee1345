import { Command } from 'commander';
import { backupCommand } from './commands/backup.ts';
import { botsCommand } from './commands/bots.ts';
import { configCommand } from './commands/config.ts';
import { historyCommand } from './commands/history.ts';
import { inspectCommand } from './commands/inspect.ts';
import { replayCommand } from './commands/replay.ts';
import { restoreCommand } from './commands/restore.ts';
import { startCommand } from './commands/start.ts';
import { storeCommand } from './commands/store.ts';
import { accountCommand } from './games/uo/commands/account.ts';
import { worldCommand } from './games/uo/commands/world.ts';
import { Refusal } from './refusal.ts';

const program = new Command('gommog')
  .description('An MMO game server on which an unmodified Ultima Online client plays a full shard.')
  .addCommand(startCommand)
  .addCommand(botsCommand)
  .addCommand(worldCommand)
  .addCommand(accountCommand)
  .addCommand(inspectCommand)
  .addCommand(historyCommand)
  .addCommand(backupCommand)
  .addCommand(restoreCommand)
  .addCommand(storeCommand)
  .addCommand(replayCommand)
  .addCommand(configCommand);

// Output into `head` or a closed pipe is no fault.
process.stdout.on('error', () => process.exit(0));

try {
  await program.parseAsync();
} catch (error) {
  // What an operator can mend is one clear line, and so is what the system refuses, as a folder without rights or a full disk.
  // Anything else is a fault of ours and needs its stack.
  const { message, stack, syscall } = error as NodeJS.ErrnoException;
  const isPlain = error instanceof Refusal || syscall !== undefined;
  process.stderr.write(`gommog: ${isPlain ? message : stack}\n`);
  process.exitCode = 1;
}
