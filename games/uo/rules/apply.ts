import { changeAccount, createAccount } from './accounts/accounts.ts';
import { createCharacter } from './characters/create-character.ts';
import { deleteCharacter } from './characters/delete-character.ts';
import { enterWorld, leaveWorld, onPresenceDue } from './characters/presence.ts';
import type { Context } from './context.ts';
import type { Intent } from './intents.ts';
import { endNightSight, NightSight, onSeenLightDue, SeenLight } from './light/seen-light.ts';
import { chooseFromMenu } from './menus/choose-from-menu.ts';
import { setProfile, setSkillLock, setStatLock } from './mobiles/locks.ts';
import { Presence, Walker } from './mobiles/mobile.ts';
import { emote, setWarMode } from './mobiles/stance.ts';
import { onWalkerDue, resync, walk } from './movement/walk.ts';
import { speak } from './speech/speak.ts';
import { onJailDue } from './staff/jail.ts';
import { Jailed } from './staff/jailed.ts';
import { actFromOffice } from './staff/office.ts';
import { titleBook, writeBook } from './things/books.ts';
import { onDecayDue } from './things/decay.ts';
import { drop } from './things/drop.ts';
import { equip } from './things/equip.ts';
import { Decay, Door, Light } from './things/item.ts';
import { lift } from './things/lift.ts';
import { look } from './things/look.ts';
import { onDoorDue, openNearestDoor } from './things/use/door.ts';
import { onLightDue } from './things/use/light.ts';
import { use } from './things/use/use.ts';
import { acceptTrade } from './trade/accept-trade.ts';
import { cancelTrade, settleTrade } from './trade/end-trade.ts';
import { setPressure } from './trade/set-pressure.ts';
import { answerGump } from './windows/gumps.ts';
import { answerTarget } from './windows/targets.ts';

/** The one door into the world: every wish of a player, an NPC or the host comes through here. */
export function apply(ctx: Context, intent: Intent): void {
  switch (intent.kind) {
    case 'create-account':
      return createAccount(ctx, intent);
    case 'change-account':
      return changeAccount(ctx, intent);
    case 'act-from-office':
      return actFromOffice(ctx, intent);
    case 'create-character':
      return createCharacter(ctx, intent);
    case 'delete-character':
      return deleteCharacter(ctx, intent);
    case 'enter-world':
      return enterWorld(ctx, intent);
    case 'leave-world':
      return leaveWorld(ctx, intent);
    case 'settle-trade':
      return settleTrade(ctx, intent);
    case 'set-pressure':
      return setPressure(ctx, intent);
  }
  // All other wishes are those of somebody who is in the world; one who has left meanwhile wishes for nothing.
  if (!ctx.world.has(intent.mobile, Presence)) return;
  switch (intent.kind) {
    case 'walk':
      return walk(ctx, intent);
    case 'resync':
      return resync(ctx, intent);
    case 'set-war-mode':
      return setWarMode(ctx, intent);
    case 'lift':
      return lift(ctx, intent);
    case 'drop':
      return drop(ctx, intent);
    case 'equip':
      return equip(ctx, intent);
    case 'accept-trade':
      return acceptTrade(ctx, intent);
    case 'cancel-trade':
      return cancelTrade(ctx, intent);
    case 'use':
      return use(ctx, intent);
    case 'look':
      return look(ctx, intent);
    case 'choose-from-menu':
      return chooseFromMenu(ctx, intent);
    case 'open-nearest-door':
      return openNearestDoor(ctx, intent);
    case 'write-book':
      return writeBook(ctx, intent);
    case 'title-book':
      return titleBook(ctx, intent);
    case 'speak':
      return speak(ctx, intent);
    case 'answer-target':
      return answerTarget(ctx, intent);
    case 'answer-gump':
      return answerGump(ctx, intent);
    case 'set-skill-lock':
      return setSkillLock(ctx, intent);
    case 'set-stat-lock':
      return setStatLock(ctx, intent);
    case 'set-profile':
      return setProfile(ctx, intent);
    case 'emote':
      return emote(ctx, intent);
  }
}

const dueHandlers = new Map<number, (ctx: Context, serial: number) => void>([
  [Presence.id, onPresenceDue],
  [Walker.id, onWalkerDue],
  [Jailed.id, onJailDue],
  [SeenLight.id, onSeenLightDue],
  [NightSight.id, endNightSight],
  [Decay.id, onDecayDue],
  [Door.id, onDoorDue],
  [Light.id, onLightDue],
]);

/** A component's due time has come. */
export function onTimer(ctx: Context, serial: number, component: number): void {
  dueHandlers.get(component)?.(ctx, serial);
}
