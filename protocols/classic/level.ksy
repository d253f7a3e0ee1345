meta:
  id: level
  endian: be
  encoding: ASCII
doc: 'Packets of the level: its transfer, its blocks, what surrounds it.'
seq: []
types:
  level_begin:
    doc: 'A level comes: chunks follow, then the end.'
    seq: []
  level_chunk:
    doc: 'A part of the level: all parts together are a gzip stream of `level_head` and the blocks.'
    seq:
      - {id: used, type: u2, doc: 'Bytes that count, 1 to 1024.'}
      - {id: data, size: 1024, doc: 'The bytes, filled up with zeros.'}
      - {id: percent, type: u1, doc: 'How much of the level has come, 0 to 100.'}
  level_head:
    doc: What stands in the packed stream before the blocks.
    seq:
      - {id: volume, type: u4, doc: 'Blocks of the level. They follow one byte each: x fastest, then z, then y.'}
  level_end:
    doc: The level is complete.
    seq:
      - {id: size_x, type: u2, doc: 'Width, in blocks.'}
      - {id: size_y, type: u2, doc: 'Height, in blocks.'}
      - {id: size_z, type: u2, doc: 'Length, in blocks.'}
  build_request:
    doc: Places or breaks a block.
    seq:
      - {id: x, type: s2, doc: 'Block to the east.'}
      - {id: y, type: s2, doc: 'Block upwards.'}
      - {id: z, type: s2, doc: 'Block to the south.'}
      - {id: is_place, type: u1, doc: '1 places, 0 breaks.'}
      - {id: block, type: u1, doc: 'Block in hand.'}
  set_block:
    doc: A block is now another one.
    seq:
      - {id: x, type: s2, doc: 'Block to the east.'}
      - {id: y, type: s2, doc: 'Block upwards.'}
      - {id: z, type: s2, doc: 'Block to the south.'}
      - {id: block, type: u1, doc: 'What it is now.'}
  client_block_level:
    doc: 'Which set of further blocks the client knows (CustomBlocks).'
    seq:
      - {id: level, type: u1, doc: '0 none, 1 blocks 50 to 65.'}
  server_block_level:
    doc: 'Which set of further blocks the server uses (CustomBlocks).'
    seq:
      - {id: level, type: u1, doc: '0 none, 1 blocks 50 to 65.'}
  click_distance:
    doc: 'How far the player may reach (ClickDistance).'
    seq:
      - {id: distance, type: u2, doc: '32nds of a block, 160 by default.'}
  environment_color:
    doc: 'A colour of the surroundings (EnvColors).'
    seq:
      - {id: part, type: u1, doc: '0 sky, 1 clouds, 2 fog, 3 shadow, 4 sunlight.'}
      - {id: red, type: s2, doc: '0 to 255; -1 for the usual colour.'}
      - {id: green, type: s2, doc: '0 to 255; -1 for the usual colour.'}
      - {id: blue, type: s2, doc: '0 to 255; -1 for the usual colour.'}
