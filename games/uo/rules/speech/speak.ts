import type { Context } from '../context.ts';
import type { Speak } from '../intents.ts';
import { Mobile } from '../mobiles/mobile.ts';
import { printable } from '../printable.ts';
import { refuse } from '../refusals.ts';
import { isJailed } from '../staff/jailed.ts';
import { runCommand } from '../staff/run-command.ts';

const MAX_LENGTH = 128;
/** Dyes that a player may choose for its words; others become the usual grey. */
const FIRST_HUE = 2;
const LAST_HUE = 1001;
const GREY = 0x3b2;
/** A command begins with a letter: three dots are words like others. */
const COMMAND = /^[.[][a-z]/i;

/** Somebody says something: a command to the server, or words for those who are near. */
export function speak(ctx: Context, intent: Speak): void {
  const text = printable(intent.text).slice(0, MAX_LENGTH).trim();
  if (text === '') return;
  if (intent.manner === 'say' && COMMAND.test(text)) {
    runCommand(ctx, intent.mobile, text.slice(1));
    return;
  }
  if (isJailed(ctx, intent.mobile)) {
    refuse(ctx, intent.mobile, 'jailed');
    return;
  }
  const { sayTiles, whisperTiles, yellTiles } = ctx.ruleset;
  const rangeTiles =
    intent.manner === 'whisper' ? whisperTiles : intent.manner === 'yell' ? yellTiles : sayTiles;
  reveal(ctx, intent.mobile);
  ctx.emit({
    kind: 'spoken',
    speaker: intent.mobile,
    manner: intent.manner,
    text: intent.manner === 'emote' && !text.startsWith('*') ? `*${text}*` : text,
    hue: intent.hue >= FIRST_HUE && intent.hue <= LAST_HUE ? intent.hue : GREY,
    font: 3,
    language: intent.language,
    rangeTiles,
  });
}

/** Whoever speaks gives a hiding place away; staff who hide by command stay hidden, and are heard. */
function reveal(ctx: Context, mobile: number): void {
  const self = ctx.world.require(mobile, Mobile);
  if (!self.hidden || self.invulnerable) return;
  self.hidden = false;
  ctx.emit({ kind: 'mobile-changed', mobile });
}
