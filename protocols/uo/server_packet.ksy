meta:
  id: server_packet
  endian: be
  encoding: ASCII
  imports: [assistant, chat, command, document, effect, general, house, item, mobile, session, speech, staff, trade, window]
doc: Packets from server to client of Ultima Online, clients 5.0.0 to 7.0.114. The layouts are in the imported files, one for each family.
params:
  - {id: ver, type: u4, doc: 'Client version packed as major << 24 | minor << 16 | revision << 8 | patch.'}
seq:
  - {id: opcode, type: u1, doc: Id of the packet.}
  - id: body
    type:
      switch-on: opcode
      cases:
        0x03: speech::client_talk
        0x0b: mobile::damage(ver)
        0x0c: staff::god_tile_data
        0x11: mobile::status
        0x15: mobile::follow
        0x16: mobile::health_bar_status_new(ver)
        0x17: mobile::health_bar_status
        0x1a: item::world_item_old
        0x1b: mobile::login_confirm
        0x1c: speech::ascii_speech
        0x1d: item::delete_object
        0x1e: effect::animate
        0x1f: effect::explode
        0x20: mobile::update_player
        0x21: mobile::walk_denied
        0x22: mobile::walk_accepted
        0x23: item::drag_animation
        0x24: item::open_container(ver)
        0x25: item::container_item(ver)
        0x26: session::kick
        0x27: item::lift_rejected
        0x28: item::drop_rejected
        0x29: item::drop_accepted
        0x2a: effect::blood
        0x2b: staff::god_mode_reply
        0x2c: mobile::death_screen
        0x2d: mobile::mobile_attributes
        0x2e: item::worn_item
        0x2f: mobile::swing
        0x30: mobile::attack_accepted
        0x31: mobile::attack_ended(ver)
        0x32: mobile::health_sync
        0x33: session::pause
        0x38: mobile::pathfind_to
        0x3a: mobile::skills
        0x3b: trade::close_vendor
        0x3c: item::container_contents(ver)
        0x3d: effect::ship
        0x3e: staff::god_versions
        0x3f: staff::live_map_command
        0x40: staff::live_map_terrain
        0x41: staff::god_update_tile_data
        0x42: staff::god_update_art
        0x43: staff::god_update_animation
        0x44: staff::god_update_hues
        0x45: staff::god_version_accepted
        0x4e: effect::personal_light
        0x4f: effect::global_light
        0x53: session::session_message
        0x54: effect::sound
        0x55: session::login_complete
        0x56: document::map_plot
        0x5b: effect::time_of_day
        0x65: effect::weather
        0x66: document::book_pages
        0x6c: window::target_cursor
        0x6d: effect::music
        0x6e: effect::character_animation
        0x6f: trade::secure_trade
        0x70: effect::graphical_effect
        0x71: document::bulletin_board
        0x72: mobile::war_mode
        0x73: session::ping_reply
        0x74: trade::buy_list
        0x76: effect::server_change
        0x77: mobile::mobile_moving
        0x78: mobile::mobile_incoming(ver)
        0x7a: staff::god_resource_data
        0x7b: mobile::movement_sequence
        0x7c: window::item_menu
        0x7f: staff::god_view_reply
        0x81: session::change_character
        0x82: session::login_denied
        0x85: session::delete_result
        0x86: session::character_list_update
        0x88: mobile::paperdoll
        0x89: item::corpse_equipment
        0x8b: window::sign
        0x8c: session::relay
        0x90: document::map_details_old
        0x93: document::book_header_old
        0x95: window::hue_picker
        0x97: mobile::force_walk
        0x98: mobile::mobile_name
        0x99: window::multi_target(ver)
        0x9a: speech::ascii_prompt
        0x9e: trade::sell_list
        0xa1: mobile::update_hits
        0xa2: mobile::update_mana
        0xa3: mobile::update_stamina
        0xa5: speech::open_browser
        0xa6: speech::tip
        0xa8: session::server_list
        0xa9: session::character_list(ver)
        0xaa: mobile::attack_target
        0xab: window::text_entry
        0xae: speech::unicode_speech
        0xaf: mobile::death_animation
        0xb0: window::gump
        0xb2: chat::chat_message
        0xb7: speech::help_tip
        0xb8: speech::profile
        0xb9: session::features(ver)
        0xba: window::quest_arrow(ver)
        0xbb: session::account_id_reply
        0xbc: effect::season_change
        0xbd: session::version_request
        0xbe: assistant::assistant_version_request
        0xbf: general::general_information
        0xc0: effect::hued_effect
        0xc1: speech::localized_speech
        0xc2: speech::unicode_prompt
        0xc3: effect::gq_effect
        0xc4: item::clear_square
        0xc5: staff::god_invalid_map
        0xc6: staff::god_invalid_map_enabled
        0xc7: effect::particle_effect
        0xc8: session::view_range
        0xca: session::user_trip_time
        0xcb: session::queue_count
        0xcc: speech::localized_speech_affix
        0xcd: staff::unused_cd_reply
        0xce: staff::unused_ce_reply
        0xd0: session::configuration_file_download
        0xd1: session::logout_reply
        0xd2: mobile::mobile_moving_extended
        0xd3: mobile::mobile_incoming_extended(ver)
        0xd4: document::book_header
        0xd5: staff::unused_d5_reply(ver)
        0xd6: item::property_list
        0xd7: command::encoded_command_reply
        0xd8: house::house_design
        0xda: document::mahjong
        0xdb: session::transfer_log
        0xdc: item::property_list_revision
        0xdd: window::compressed_gump
        0xde: mobile::mobile_status
        0xdf: mobile::buff
        0xe2: effect::new_animation
        0xe3: session::kr_encryption(ver)
        0xe5: window::waypoint
        0xe6: window::waypoint_removal(ver)
        0xe7: window::continue_highlight(ver)
        0xe8: window::remove_highlight(ver)
        0xe9: window::toggle_highlight(ver)
        0xea: window::enable_hotbar(ver)
        0xee: staff::unused_ee_reply(ver)
        0xf0: assistant::assistant_information
        0xf1: assistant::time_sync(ver)
        0xf2: assistant::time_sync_reply(ver)
        0xf3: item::world_item(ver)
        0xf5: document::map_details
        0xf6: item::boat_moving
        0xf7: item::boat_contents(ver)
        0xfc: staff::unused_fc_reply
        0xfd: session::login_delay(ver)
        0xfe: staff::unused_fe_reply
        0xff: session::kr_seed
    doc: The body of the packet.
# Total length by id; 0: the two bytes after the id hold it.
-frames:
  0x03: 0
  0x0b: {expr: 'ver >= 0x05000001 ? 7 : 266'}
  0x0c: 0
  0x11: 0
  0x15: 9
  0x16: {expr: 'ver >= 0x05000001 ? 0 : 1'}
  0x17: 0
  0x1a: 0
  0x1b: 37
  0x1c: 0
  0x1d: 5
  0x1e: 4
  0x1f: 8
  0x20: 19
  0x21: 8
  0x22: 3
  0x23: 26
  0x24: {expr: 'ver >= 0x07000900 ? 9 : 7'}
  0x25: {expr: 'ver >= 0x06000107 ? 21 : 20'}
  0x26: 5
  0x27: 2
  0x28: 5
  0x29: 1
  0x2a: 5
  0x2b: 2
  0x2c: 2
  0x2d: 17
  0x2e: 15
  0x2f: 10
  0x30: 5
  0x31: {expr: 'ver >= 0x05000001 ? 0 : 1'}
  0x32: 2
  0x33: 2
  0x38: 7
  0x3a: 0
  0x3b: 0
  0x3c: 0
  0x3d: 2
  0x3e: 37
  0x3f: 0
  0x40: 201
  0x41: 0
  0x42: 0
  0x43: 553
  0x44: 713
  0x45: 5
  0x4e: 6
  0x4f: 2
  0x53: 2
  0x54: 12
  0x55: 1
  0x56: 11
  0x5b: 4
  0x65: 4
  0x66: 0
  0x6c: 19
  0x6d: 3
  0x6e: 14
  0x6f: 0
  0x70: 28
  0x71: 0
  0x72: 5
  0x73: 2
  0x74: 0
  0x76: 16
  0x77: 17
  0x78: 0
  0x7a: 0
  0x7b: 2
  0x7c: 0
  0x7f: 0
  0x81: 0
  0x82: 2
  0x85: 2
  0x86: 0
  0x88: 66
  0x89: 0
  0x8b: 0
  0x8c: 11
  0x90: 19
  0x93: 99
  0x95: 9
  0x97: 2
  0x98: 0
  0x99: {expr: 'ver >= 0x07000900 ? 30 : 26'}
  0x9a: 0
  0x9e: 0
  0xa1: 9
  0xa2: 9
  0xa3: 9
  0xa5: 0
  0xa6: 0
  0xa8: 0
  0xa9: 0
  0xaa: 5
  0xab: 0
  0xae: 0
  0xaf: 13
  0xb0: 0
  0xb2: 0
  0xb7: 0
  0xb8: 0
  0xb9: {expr: 'ver >= 0x06000e02 ? 5 : 3'}
  0xba: {expr: 'ver >= 0x07000900 ? 10 : 6'}
  0xbb: 9
  0xbc: 3
  0xbd: 0
  0xbe: 0
  0xbf: 0
  0xc0: 36
  0xc1: 0
  0xc2: 0
  0xc3: 0
  0xc4: 6
  0xc5: 203
  0xc6: 1
  0xc7: 49
  0xc8: 2
  0xca: 6
  0xcb: 7
  0xcc: 0
  0xcd: 1
  0xce: 0
  0xd0: 0
  0xd1: 2
  0xd2: 25
  0xd3: 0
  0xd4: 0
  0xd5: {expr: 'ver >= 0x07006800 ? 9 : 0'}
  0xd6: 0
  0xd7: 0
  0xd8: 0
  0xda: 0
  0xdb: 0
  0xdc: 9
  0xdd: 0
  0xde: 0
  0xdf: 0
  0xe2: 10
  0xe3: {expr: 'ver >= 0x06000103 ? 0 : 77'}
  0xe5: 0
  0xe6: {expr: 'ver >= 0x06000103 ? 5 : 0'}
  0xe7: {expr: 'ver >= 0x06000103 ? 12 : 0'}
  0xe8: {expr: 'ver >= 0x06000103 ? 13 : 0'}
  0xe9: {expr: 'ver >= 0x06000103 ? 75 : 0'}
  0xea: {expr: 'ver >= 0x06000103 ? 3 : 0'}
  0xee: {expr: 'ver >= 0x07000000 ? 10 : ver >= 0x06000600 ? 8192 : 0'}
  0xf0: 0
  0xf1: {expr: 'ver >= 0x06000600 ? 9 : 0'}
  0xf2: {expr: 'ver >= 0x07000900 ? 25 : 0'}
  0xf3: {expr: 'ver >= 0x07000900 ? 26 : 24'}
  0xf5: 21
  0xf6: 0
  0xf7: 0
  0xfc: 0
  0xfd: {expr: 'ver >= 0x07006800 ? 2 : 0'}
  0xfe: 0
  0xff: 0
