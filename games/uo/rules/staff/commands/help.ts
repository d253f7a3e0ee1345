import { AccessLevel } from '../../accounts/account.ts';
import { GumpLayout } from '../../windows/gump-layout.ts';
import { openGump } from '../../windows/open-gump.ts';
import type { Command } from '../command.ts';
import { commandsFor } from '../commands.ts';

export const help: Command = {
  name: 'help',
  aliases: ['commands'],
  access: AccessLevel.player,
  usage: '',
  summary: 'Lists the commands you may use.',
  run(ctx, mobile) {
    const lines = commandsFor(ctx, mobile).map(
      ({ name, usage, summary }) => `<b>.${name}</b> ${markup(usage)}<br>${summary}<br>`,
    );
    const layout = new GumpLayout()
      .page(0)
      .background(0, 0, 420, 440)
      .text(20, 15, 0x480, 'Commands')
      .html(20, 45, 380, 375, lines.join('<br>'));
    openGump(ctx, mobile, 'staff-help', layout);
    return '';
  },
};

/** What is to be filled in stands in italics: clients know no other way to show an angle bracket than a tag. */
function markup(usage: string): string {
  return usage.replaceAll(/<([^<>]*)>/g, '<i>$1</i>');
}
