import type { Context } from '../context.ts';
import type { AnswerGump } from '../intents.ts';
import { Gumps } from '../mobiles/mobile.ts';
import { staffGumps } from '../staff/gumps.ts';

/** An answer that names only what its gump had. */
export interface GumpAnswer {
  readonly button: number;
  readonly switches: readonly number[];
  /** Texts by the number of their entry. */
  readonly texts: ReadonlyMap<number, string>;
}

export type GumpHandler = (
  ctx: Context,
  mobile: number,
  answer: GumpAnswer,
  data: Readonly<Record<string, unknown>>,
) => void;

/** Who takes the answer, by the purpose that the gump was opened for. */
const handlers: Readonly<Record<string, GumpHandler>> = { ...staffGumps };

/** Longest text of an entry. */
const MAX_TEXT = 512;

/** An answer counts once, and only if the gump was sent and had what the answer names. */
export function answerGump(ctx: Context, intent: AnswerGump): void {
  const { mobile, serial, gump, button } = intent;
  const gumps = ctx.world.get(mobile, Gumps);
  const open = gumps?.open.find((each) => each.serial === serial && each.gump === gump);
  if (gumps === undefined || open === undefined) return;
  gumps.open = gumps.open.filter((each) => each !== open);
  if (button === 0 || !open.buttons.includes(button)) return;
  if (intent.switches.some((each) => !open.switches.includes(each))) return;
  if (intent.entries.some(({ id }) => !open.entries.includes(id))) return;
  const texts = new Map(intent.entries.map(({ id, text }) => [id, text.slice(0, MAX_TEXT)]));
  handlers[open.purpose]?.(ctx, mobile, { button, switches: intent.switches, texts }, open.data);
}
