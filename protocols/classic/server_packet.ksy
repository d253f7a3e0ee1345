meta:
  id: server_packet
  endian: be
  encoding: ASCII
  imports: [level, player, session]
doc: Packets from server to client of Classic 0.30 (protocol 7), with those of the extension protocol that gommog speaks.
seq:
  - {id: opcode, type: u1, doc: 'Id of the packet.'}
  - id: body
    type:
      switch-on: opcode
      cases:
        0x00: session::login_reply
        0x01: session::ping
        0x02: level::level_begin
        0x03: level::level_chunk
        0x04: level::level_end
        0x06: level::set_block
        0x07: player::player_spawn
        0x08: player::player_teleport
        0x09: player::player_step_and_turn
        0x0a: player::player_step
        0x0b: player::player_turn
        0x0c: player::player_despawn
        0x0d: player::message
        0x0e: session::disconnect
        0x0f: session::user_type_change
        0x10: session::server_extensions
        0x11: session::server_extension_entry
        0x12: level::click_distance
        0x13: level::server_block_level
        0x16: player::player_name
        0x18: player::player_name_gone
        0x19: level::environment_color
        0x21: player::player_spawn_extended
        0x2b: session::server_two_way_ping
    doc: What the packet says.
-frames:
  0x00: 131
  0x01: 1
  0x02: 1
  0x03: 1028
  0x04: 7
  0x06: 8
  0x07: 74
  0x08: 10
  0x09: 7
  0x0a: 5
  0x0b: 4
  0x0c: 2
  0x0d: 66
  0x0e: 65
  0x0f: 2
  0x10: 67
  0x11: 69
  0x12: 3
  0x13: 2
  0x16: 196
  0x18: 3
  0x19: 8
  0x21: 138
  0x2b: 4
