meta:
  id: client_packet
  endian: le
  encoding: UTF-8
  imports: [books, menus, mobiles, session, surroundings, things, trades, walking, windows, words]
doc: >-
  Messages from a client in a browser to the shard, over WebSocket. A message is an id and a body, little-endian; those whose length is
  not fixed have it, id included, in the two bytes after the id. WebSocket messages are binary and their bounds mean nothing: each is a
  piece of one stream, and may hold many messages or a part of one. The first message is hello, which settles the version. A message that
  is not described, comes too often or at a wrong time is passed over; after twenty of these the link is closed.
params:
  - {id: ver, type: u4, doc: Version of this protocol.}
seq:
  - {id: opcode, type: u1, doc: Id of the message.}
  - id: body
    type:
      switch-on: opcode
      cases:
        0x01: session::hello
        0x02: session::login_request
        0x03: session::create_account
        0x04: session::resume_request
        0x05: session::create_character
        0x06: session::delete_character
        0x07: session::enter_world
        0x08: session::leave_world
        0x09: session::ping
        0x10: walking::walk_request
        0x11: walking::place_request
        0x12: surroundings::view_range_request
        0x18: mobiles::war_mode_request
        0x19: mobiles::gesture_request
        0x1a: mobiles::health_request
        0x1b: mobiles::skills_request
        0x1c: mobiles::skill_lock_request
        0x1d: mobiles::stat_lock_request
        0x1e: mobiles::paperdoll_request
        0x1f: mobiles::profile_request
        0x20: mobiles::profile_change
        0x28: things::look_request
        0x29: things::use_request
        0x2a: things::lift_request
        0x2b: things::drop_request
        0x2c: things::equip_request
        0x2d: things::open_door_request
        0x2e: things::properties_request
        0x30: books::page_change
        0x31: books::title_change
        0x38: words::speak_request
        0x40: windows::gump_answer
        0x41: windows::target_answer
        0x48: trades::trade_mark_request
        0x49: trades::trade_cancel_request
        0x4c: menus::menu_request
        0x4d: menus::menu_choice
-frames:
  0x01: 0
  0x02: 0
  0x03: 0
  0x04: 0
  0x05: 0
  0x06: 2
  0x07: 2
  0x08: 1
  0x09: 5
  0x10: 3
  0x11: 1
  0x12: 2
  0x18: 2
  0x19: 2
  0x1a: 5
  0x1b: 1
  0x1c: 3
  0x1d: 3
  0x1e: 5
  0x1f: 5
  0x20: 0
  0x28: 5
  0x29: 5
  0x2a: 7
  0x2b: 15
  0x2c: 10
  0x2d: 1
  0x2e: 0
  0x30: 0
  0x31: 0
  0x38: 0
  0x40: 0
  0x41: 17
  0x48: 6
  0x49: 5
  0x4c: 5
  0x4d: 7
