import type { ClientPacketKind } from '../../../web/index.ts';
import type { Handler } from '../../receive/handler.ts';
import type { WebDesk } from './desk.ts';
import * as login from './login.ts';
import * as menus from './menus.ts';
import * as people from './people.ts';
import * as things from './things.ts';
import * as trades from './trades.ts';
import * as words from './words.ts';

/** Who takes which message: all there are. */
export const handlers: Readonly<Record<ClientPacketKind, Handler<never, WebDesk>>> = {
  hello: login.hello,
  login_request: login.loginRequest,
  create_account: login.createAccount,
  resume_request: login.resumeRequest,
  create_character: login.createCharacter,
  delete_character: login.deleteCharacter,
  enter_world: login.enterWorld,
  leave_world: login.leaveWorld,
  ping: login.ping,

  walk_request: people.walkRequest,
  place_request: people.placeRequest,
  view_range_request: people.viewRangeRequest,
  war_mode_request: people.warModeRequest,
  gesture_request: people.gestureRequest,
  health_request: people.healthRequest,
  skills_request: people.skillsRequest,
  skill_lock_request: people.skillLockRequest,
  stat_lock_request: people.statLockRequest,
  paperdoll_request: people.paperdollRequest,
  profile_request: people.profileRequest,
  profile_change: people.profileChange,

  look_request: things.lookRequest,
  use_request: things.useRequest,
  lift_request: things.liftRequest,
  drop_request: things.dropRequest,
  equip_request: things.equipRequest,
  open_door_request: things.openDoorRequest,
  properties_request: things.propertiesRequest,
  page_change: things.pageChange,
  title_change: things.titleChange,

  trade_mark_request: trades.tradeMarkRequest,
  trade_cancel_request: trades.tradeCancelRequest,

  menu_request: menus.menuRequest,
  menu_choice: menus.menuChoice,

  speak_request: words.speakRequest,
  gump_answer: words.gumpAnswer,
  target_answer: words.targetAnswer,
};
