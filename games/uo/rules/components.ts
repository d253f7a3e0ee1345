import type { Component } from '@gommog/core';
import { Account } from './accounts/account.ts';
import { NightSight, SeenLight } from './light/seen-light.ts';
import { SetLight } from './light/set-light.ts';
import { Character, Gumps, Mobile, Presence, Skills, Stats, TargetCursor, Walker } from './mobiles/mobile.ts';
import { Jailed } from './staff/jailed.ts';
import { Book, Decay, Door, Item, ItemName, Light, Origin, Sign, Teleporter } from './things/item.ts';
import { TradeBox } from './trade/trade-box.ts';

/** Every component of the game. An id, once saved, is never given to another. */
export const components: readonly Component[] = [
  Account,
  Mobile,
  Stats,
  Skills,
  Character,
  Presence,
  TargetCursor,
  Gumps,
  Walker,
  Jailed,
  SeenLight,
  NightSight,
  SetLight,
  Item,
  ItemName,
  Decay,
  Door,
  Book,
  Teleporter,
  Sign,
  Light,
  Origin,
  TradeBox,
];
