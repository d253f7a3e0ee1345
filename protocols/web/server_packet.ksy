meta:
  id: server_packet
  endian: le
  encoding: UTF-8
  imports: [books, menus, mobiles, session, surroundings, things, trades, walking, windows, words]
doc: >-
  Messages from the shard to a client in a browser, over WebSocket. They are cut as those of the client are. Answers to what a person does
  leave at once; what others do is gathered for up to a tenth of a second. A client passes over ids that it does not know only in a newer
  version than it asked for, which no shard sends.
params:
  - {id: ver, type: u4, doc: Version of this protocol.}
seq:
  - {id: opcode, type: u1, doc: Id of the message.}
  - id: body
    type:
      switch-on: opcode
      cases:
        0x01: session::welcome
        0x02: session::refused
        0x03: session::logged_in
        0x04: session::character_list
        0x05: session::pong
        0x06: session::staff_commands
        0x08: surroundings::entered
        0x09: surroundings::facet_entered
        0x0a: surroundings::light
        0x0b: surroundings::view_range
        0x0c: surroundings::sound
        0x10: walking::step_taken
        0x11: walking::step_denied
        0x12: walking::placed
        0x18: mobiles::mobile
        0x19: mobiles::mobile_moved
        0x1a: mobiles::gone
        0x1b: mobiles::mobile_animated
        0x1c: mobiles::war_mode
        0x1d: mobiles::health
        0x1e: mobiles::status
        0x1f: mobiles::skills
        0x20: mobiles::paperdoll
        0x21: mobiles::profile
        0x28: things::ground_item
        0x29: things::contained_item
        0x2a: things::worn_item
        0x2b: things::held_item
        0x2c: things::container_opened
        0x2d: things::lift_refused
        0x2e: things::drop_taken
        0x2f: things::drop_refused
        0x30: things::properties
        0x34: books::book
        0x38: words::spoken
        0x39: words::told
        0x3a: words::announced
        0x40: windows::gump
        0x41: windows::gump_closed
        0x42: windows::target_asked
        0x48: trades::trade_opened
        0x49: trades::trade_marked
        0x4a: trades::trade_closed
        0x4c: menus::menu
-frames:
  0x01: 0
  0x02: 0
  0x03: 0
  0x04: 0
  0x05: 13
  0x06: 0
  0x08: 15
  0x09: 7
  0x0a: 2
  0x0b: 2
  0x0c: 8
  0x10: 2
  0x11: 8
  0x12: 8
  0x18: 0
  0x19: 11
  0x1a: 5
  0x1b: 7
  0x1c: 2
  0x1d: 6
  0x1e: 28
  0x1f: 0
  0x20: 0
  0x21: 0
  0x28: 18
  0x29: 20
  0x2a: 14
  0x2b: 11
  0x2c: 0
  0x2d: 6
  0x2e: 1
  0x2f: 5
  0x30: 0
  0x34: 0
  0x38: 0
  0x39: 0
  0x3a: 0
  0x40: 0
  0x41: 5
  0x42: 6
  0x48: 0
  0x49: 7
  0x4a: 6
  0x4c: 0
