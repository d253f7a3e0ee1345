import { AccessLevel } from '../../accounts/account.ts';
import type { Command } from '../command.ts';

/** Hue of a broadcast. */
const BROADCAST_HUE = 0x35;

export const broadcast: Command = {
  name: 'broadcast',
  aliases: ['bc', 'b'],
  access: AccessLevel.gamemaster,
  usage: '<text>',
  summary: 'Says something to everybody.',
  run(ctx, _mobile, args) {
    const text = args.join(' ');
    if (text === '') return `Usage: broadcast ${broadcast.usage}`;
    ctx.emit({ kind: 'broadcast', text, hue: BROADCAST_HUE });
    return '';
  },
};
