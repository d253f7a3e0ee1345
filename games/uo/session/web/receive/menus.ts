import type { MenuAction } from '../../../rules/menus/menu.ts';
import * as web from '../../../web/index.ts';
import { askMenu } from '../../receive/asks.ts';
import { inWorld } from '../../receive/handler.ts';

const texts: Readonly<Record<MenuAction, string>> = {
  paperdoll: 'Open paperdoll',
  backpack: 'Open backpack',
  trade: 'Trade',
  open: 'Open',
  read: 'Read',
  'open-door': 'Open the door',
  'close-door': 'Close the door',
  light: 'Light it',
  douse: 'Put it out',
  eat: 'Eat',
  roll: 'Roll',
  cut: 'Cut something with it',
  use: 'Use',
};

export const menuRequest = inWorld<web.MenuRequest>(20, 40, (desk, session, { serial }) => {
  const menu = askMenu(desk, session, serial);
  if (menu === null) return;
  const entries = menu.map(({ action, enabled, index }) => ({
    index,
    enabled: enabled ? 1 : 0,
    text: texts[action],
  }));
  session.send(web.encodeMenu, { serial, entries });
});

export const menuChoice = inWorld<web.MenuChoice>(20, 40, ({ offer }, session, { index, serial }) => {
  offer({ kind: 'choose-from-menu', mobile: session.mobile, target: serial, entry: index });
});
