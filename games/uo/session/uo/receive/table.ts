import type { ClientPacketKind } from '../../../protocol/index.ts';
import type { Handler } from '../../receive/handler.ts';
import type { UoDesk } from './desk.ts';
import { generalRequest } from './general-information.ts';
import * as login from './login.ts';
import * as movement from './movement.ts';
import * as requests from './requests.ts';
import * as speech from './speech.ts';
import * as things from './things.ts';
import { tradeRequest } from './trade.ts';
import * as windows from './windows.ts';

/** Read and then left alone: what a client may send at any time and this server has no use for yet. */
const ignored: Handler<unknown> = {
  phases: ['login', 'characters', 'deleting', 'entering', 'world'],
  perSecond: 10,
  burst: 40,
  handle() {},
};

/** Who takes which packet. A kind that is not here is none of a player's client: it is a fault. */
export const handlers: Readonly<Partial<Record<ClientPacketKind, Handler<never, UoDesk>>>> = {
  account_login: login.accountLogin,
  select_server: login.selectServer,
  game_login: login.gameLogin,
  select_character: login.selectCharacter,
  create_character: login.createCharacter,
  create_character_new: login.createCharacter,
  create_character_enhanced: login.createCharacterEnhanced,
  delete_character: login.deleteCharacter,

  walk_request: movement.walkRequest,
  resync_request: movement.resyncRequest,
  war_mode_request: movement.warModeRequest,

  lift_request: things.liftItem,
  drop_request: things.dropItem,
  equip_request: things.equipItem,
  use_request: things.useItem,
  look_request: things.lookAt,
  book_page_request: things.bookPages,
  book_header_request: things.bookHeader,
  book_header_old_request: things.bookHeader,

  trade_request: tradeRequest,

  ascii_speech_request: speech.asciiSpeech,
  unicode_speech_request: speech.unicodeSpeech,

  target_response: windows.targetResponse,
  gump_response: windows.gumpResponse,
  text_command: windows.textCommand,

  status_request: requests.statusRequest,
  name_request: requests.nameRequest,
  property_list_request: requests.propertyListRequest,
  view_range_request: requests.viewRange,
  skill_lock_request: requests.skillLock,
  profile_request: requests.profileRequest,
  logout_request: requests.logoutRequest,
  ping_request: requests.ping,
  client_version: requests.clientVersion,
  general_request: generalRequest,

  account_id: ignored,
  assistant_request: ignored,
  assistant_version: ignored,
  attack_request: ignored,
  bug_report: ignored,
  chat_command: ignored,
  client_type: ignored,
  configuration_file_upload: ignored,
  crash_report: ignored,
  disconnect_notice: ignored,
  encoded_command: ignored,
  hardware_info: ignored,
  help_request: ignored,
  house_content_preference: ignored,
  open_chat: ignored,
  open_store: ignored,
  rename_request: ignored,
  system_info: ignored,
  time_sync_request: ignored,
  tip_request: ignored,
  trip_time_request: ignored,
  user_trip_time_request: ignored,
};
