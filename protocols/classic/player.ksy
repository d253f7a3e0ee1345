meta:
  id: player
  endian: be
  encoding: ASCII
doc: 'Packets of players: where they are, who they are, what they say. Positions are of the eyes, in 32nds of a block.'
seq: []
types:
  move_request:
    doc: Where the player is.
    seq:
      - {id: held, type: u1, -default: 0xff, doc: '255, or the block in hand.'}
      - {id: x, type: s2, doc: 'To the east.'}
      - {id: y, type: s2, doc: 'Upwards.'}
      - {id: z, type: s2, doc: 'To the south.'}
      - {id: yaw, type: u1, doc: '256ths of a turn from north, clockwise.'}
      - {id: pitch, type: u1, doc: '256ths of a turn downwards.'}
  chat_request:
    doc: Something said, or a command.
    seq:
      - {id: is_partial, type: u1, -default: 0xff, doc: '255; with LongerMessages 1 when more of it follows, else 0.'}
      - {id: text, type: str, size: 64, pad-right: 0x20, doc: 'The words.'}
  player_spawn:
    doc: A player appears.
    seq:
      - {id: player, type: s1, doc: 'Id within the level, -1 for the receiver itself.'}
      - {id: name, type: str, size: 64, pad-right: 0x20, doc: 'Name above its head, with colour codes.'}
      - {id: x, type: s2, doc: 'To the east.'}
      - {id: y, type: s2, doc: 'Upwards.'}
      - {id: z, type: s2, doc: 'To the south.'}
      - {id: yaw, type: u1, doc: '256ths of a turn.'}
      - {id: pitch, type: u1, doc: '256ths of a turn.'}
  player_teleport:
    doc: A player is somewhere else.
    seq:
      - {id: player, type: s1, doc: 'Id within the level, -1 for the receiver itself.'}
      - {id: x, type: s2, doc: 'To the east.'}
      - {id: y, type: s2, doc: 'Upwards.'}
      - {id: z, type: s2, doc: 'To the south.'}
      - {id: yaw, type: u1, doc: '256ths of a turn.'}
      - {id: pitch, type: u1, doc: '256ths of a turn.'}
  player_step_and_turn:
    doc: A player moves a little and turns.
    seq:
      - {id: player, type: s1, doc: 'Id within the level.'}
      - {id: dx, type: s1, doc: 'Change to the east.'}
      - {id: dy, type: s1, doc: 'Change upwards.'}
      - {id: dz, type: s1, doc: 'Change to the south.'}
      - {id: yaw, type: u1, doc: '256ths of a turn.'}
      - {id: pitch, type: u1, doc: '256ths of a turn.'}
  player_step:
    doc: A player moves a little.
    seq:
      - {id: player, type: s1, doc: 'Id within the level.'}
      - {id: dx, type: s1, doc: 'Change to the east.'}
      - {id: dy, type: s1, doc: 'Change upwards.'}
      - {id: dz, type: s1, doc: 'Change to the south.'}
  player_turn:
    doc: A player turns.
    seq:
      - {id: player, type: s1, doc: 'Id within the level.'}
      - {id: yaw, type: u1, doc: '256ths of a turn.'}
      - {id: pitch, type: u1, doc: '256ths of a turn.'}
  player_despawn:
    doc: A player is gone.
    seq:
      - {id: player, type: s1, doc: 'Id within the level.'}
  message:
    doc: A line of text.
    seq:
      - {id: place, type: u1, doc: 'Id of the speaker, 255 for the server; with MessageTypes where to show it, 0 in the chat.'}
      - {id: text, type: str, size: 64, pad-right: 0x20, doc: 'The words, with colour codes.'}
  player_name:
    doc: 'Adds a name to the list of players, or changes it (ExtPlayerList).'
    seq:
      - {id: name_id, type: s2, doc: 'Id in the list, 255 for the receiver itself.'}
      - {id: player_name, type: str, size: 64, pad-right: 0x20, doc: 'Name for completion, without colours.'}
      - {id: list_name, type: str, size: 64, pad-right: 0x20, doc: 'Name as shown.'}
      - {id: group_name, type: str, size: 64, pad-right: 0x20, doc: 'Heading in the list.'}
      - {id: group_rank, type: u1, doc: 'Order within the group, smaller first.'}
  player_name_gone:
    doc: 'Takes a name from the list of players (ExtPlayerList).'
    seq:
      - {id: name_id, type: s2, doc: 'Id in the list.'}
  player_spawn_extended:
    doc: 'A player appears, with a skin and a place (ExtPlayerList version 2).'
    seq:
      - {id: player, type: u1, doc: 'Id within the level, 255 for the receiver itself.'}
      - {id: name, type: str, size: 64, pad-right: 0x20, doc: 'Name above its head, with colour codes.'}
      - {id: skin, type: str, size: 64, pad-right: 0x20, doc: 'Name whose skin it wears.'}
      - {id: x, type: s2, doc: 'To the east.'}
      - {id: y, type: s2, doc: 'Upwards.'}
      - {id: z, type: s2, doc: 'To the south.'}
      - {id: yaw, type: u1, doc: '256ths of a turn.'}
      - {id: pitch, type: u1, doc: '256ths of a turn.'}
