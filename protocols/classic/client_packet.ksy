meta:
  id: client_packet
  endian: be
  encoding: ASCII
  imports: [level, player, session]
doc: Packets from client to server of Classic 0.30 (protocol 7), with those of the extension protocol that gommog speaks.
seq:
  - {id: opcode, type: u1, doc: 'Id of the packet.'}
  - id: body
    type:
      switch-on: opcode
      cases:
        0x00: session::login_request
        0x05: level::build_request
        0x08: player::move_request
        0x0d: player::chat_request
        0x10: session::client_extensions
        0x11: session::client_extension_entry
        0x13: level::client_block_level
        0x2b: session::client_two_way_ping
    doc: What the packet says.
-frames:
  0x00: 131
  0x05: 9
  0x08: 10
  0x0d: 66
  0x10: 67
  0x11: 69
  0x13: 2
  0x2b: 4
