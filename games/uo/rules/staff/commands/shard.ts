import { AccessLevel } from '../../accounts/account.ts';
import type { Command } from '../command.ts';

export const save: Command = {
  name: 'save',
  access: AccessLevel.administrator,
  usage: '',
  summary: 'Tells you when everything up to now is durable. Saving itself never stops.',
  run(ctx, mobile) {
    ctx.emit({ kind: 'save-asked', mobile });
    return '';
  },
};

export const shutdown: Command = {
  name: 'shutdown',
  access: AccessLevel.administrator,
  usage: '[seconds]',
  summary: 'Ends the shard after a warning to all.',
  run(ctx, mobile, [seconds = '10']) {
    const inSeconds = Number(seconds);
    if (!(inSeconds >= 0 && inSeconds <= 86_400)) return `Usage: shutdown ${shutdown.usage}`;
    ctx.emit({ kind: 'broadcast', text: `The shard goes down in ${inSeconds} seconds.`, hue: 0x22 });
    ctx.emit({ kind: 'shutdown-asked', mobile, inSeconds });
    return '';
  },
};
