meta:
  id: data
  endian: le
  encoding: ASCII
doc: 'Files of an Ultima Online client. Every kind of file or record is one type, to be read with its own reader; little-endian.'
seq: []
types:
  index_file:
    doc: 'Index of a record file: artidx.mul, multi.idx, skills.idx, staidx0.mul and others.'
    seq:
      - {id: entries, type: index_entry, repeat: eos, -max: 4194304, doc: One entry for each record.}
  index_entry:
    doc: Where one record is.
    seq:
      - {id: offset, type: u4, doc: 'Place in the record file; 0xFFFFFFFF for none.'}
      - {id: len, type: s4, doc: 'Length in bytes; -1 or 0 for none.'}
      - {id: extra, type: u4, doc: 'Of gumps and lights width << 16 | height.'}
  map_file:
    doc: 'Whole map file, or one chunk of a map in a UOP archive: blocks in column order.'
    seq:
      - {id: blocks, type: map_block, repeat: eos, -max: 4194304, doc: 'The blocks; number x * (blocks in a column) + y.'}
  map_block:
    doc: 8 x 8 cells of land.
    seq:
      - {id: header, type: u4, -default: 0, doc: Unused.}
      - {id: cells, type: map_cell, repeat: expr, repeat-expr: 64, doc: 'The cells, row by row.'}
  map_cell:
    doc: One cell of land.
    seq:
      - {id: tile, type: u2, doc: Land tile.}
      - {id: z, type: s1, doc: Height.}
  statics_block:
    doc: Statics of one map block.
    seq:
      - {id: items, type: static_item, repeat: eos, doc: The statics.}
  static_item:
    doc: One static.
    seq:
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: x, type: u1, doc: 'Place in the block, x, 0 to 7.'}
      - {id: y, type: u1, doc: 'Place in the block, y, 0 to 7.'}
      - {id: z, type: s1, doc: Height.}
      - {id: hue, type: u2, doc: Hue.}
  block_numbers:
    doc: 'Numbers of patched map blocks: mapdifl0.mul, stadifl0.mul and others.'
    seq:
      - {id: numbers, type: u4, repeat: eos, -max: 4194304, doc: The numbers.}
  tiledata:
    doc: 'Properties of all land tiles and items; tiledata.mul.'
    params: [{id: new_format, type: bool, doc: True for files from 7.0.9.0.}]
    seq:
      - {id: land, type: land_group(new_format), repeat: expr, repeat-expr: 512, doc: Land tiles in groups of 32.}
      - {id: items, type: item_group(new_format), repeat: eos, doc: Items in groups of 32.}
  land_group:
    doc: 32 land tiles.
    params: [{id: new_format, type: bool, doc: True for files from 7.0.9.0.}]
    seq:
      - {id: header, type: u4, -default: 0, doc: Unused.}
      - {id: tiles, type: land_tile(new_format), repeat: expr, repeat-expr: 32, doc: The tiles.}
  land_tile:
    doc: Properties of one land tile.
    params: [{id: new_format, type: bool, doc: True for files from 7.0.9.0.}]
    seq:
      - {id: flags, type: u4, doc: 'Flags, lower 32 bits.'}
      - {id: flags_high, type: u4, if: new_format, doc: 'Flags, upper 32 bits; files from 7.0.9.0.'}
      - {id: texture, type: u2, doc: Texture number.}
      - {id: name, type: strz, size: 20, doc: Name.}
  item_group:
    doc: 32 items.
    params: [{id: new_format, type: bool, doc: True for files from 7.0.9.0.}]
    seq:
      - {id: header, type: u4, -default: 0, doc: Unused.}
      - {id: tiles, type: item_tile(new_format), repeat: expr, repeat-expr: 32, doc: The items.}
  item_tile:
    doc: Properties of one item graphic.
    params: [{id: new_format, type: bool, doc: True for files from 7.0.9.0.}]
    seq:
      - {id: flags, type: u4, doc: 'Flags, lower 32 bits.'}
      - {id: flags_high, type: u4, if: new_format, doc: 'Flags, upper 32 bits; files from 7.0.9.0.'}
      - {id: weight, type: u1, doc: 'Weight in stones; 255 cannot be moved.'}
      - {id: layer, type: u1, doc: 'Layer of things that can be worn, quality of others.'}
      - {id: unknown1, type: u2, -default: 0, doc: Unused.}
      - {id: unknown2, type: u1, -default: 0, doc: Unused.}
      - {id: quantity, type: u1, doc: 'Kind of weapon or armour, or quantity.'}
      - {id: animation, type: u2, doc: Body that a worn item shows.}
      - {id: unknown3, type: u1, -default: 0, doc: Unused.}
      - {id: hue, type: u1, -default: 0, doc: Unused.}
      - {id: light, type: u2, doc: 'Light of a light source, or a value.'}
      - {id: height, type: u1, doc: Height.}
      - {id: name, type: strz, size: 20, doc: Name.}
  multi:
    doc: One multi of multi.mul.
    params: [{id: new_format, type: bool, doc: True for files from 7.0.9.0.}]
    seq:
      - {id: parts, type: multi_part(new_format), repeat: eos, doc: 'Its parts, the origin first.'}
  multi_part:
    doc: One part of a multi.
    params: [{id: new_format, type: bool, doc: True for files from 7.0.9.0.}]
    seq:
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: x, type: s2, doc: 'Offset from the origin, x.'}
      - {id: y, type: s2, doc: 'Offset from the origin, y.'}
      - {id: z, type: s2, doc: 'Offset from the origin, z.'}
      - {id: visible, type: u4, doc: 0 is not drawn.}
      - {id: unknown, type: u4, -default: 0, if: new_format, doc: 'Unused; files from 7.0.9.0.'}
  packed_multi:
    doc: One unpacked multi of MultiCollection.uop.
    seq:
      - {id: id, type: u4, doc: Id of the multi.}
      - {id: num_parts, type: u4, doc: Number of parts.}
      - {id: parts, type: packed_multi_part, repeat: expr, repeat-expr: num_parts, doc: Its parts.}
  packed_multi_part:
    doc: One part of a multi of MultiCollection.uop.
    seq:
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: x, type: s2, doc: 'Offset from the origin, x.'}
      - {id: y, type: s2, doc: 'Offset from the origin, y.'}
      - {id: z, type: s2, doc: 'Offset from the origin, z.'}
      - {id: flags, type: u2, doc: '0 and 0x100 are drawn, 1 is not.'}
      - {id: num_clilocs, type: u4, doc: Number of texts.}
      - {id: clilocs, type: u4, repeat: expr, repeat-expr: num_clilocs, doc: Texts.}
  uop_header:
    doc: Head of a UOP archive.
    seq:
      - {id: magic, contents: [0x4d, 0x59, 0x50, 0x00], doc: The letters MYP and a zero byte.}
      - {id: version, type: u4, doc: 4 or 5.}
      - {id: signature, type: u4, doc: 0xFD23EC43.}
      - {id: first_block, type: u8, doc: Place of the first block.}
      - {id: block_capacity, type: u4, doc: Most entries of a block.}
      - {id: num_files, type: u4, doc: Number of files in the archive.}
  uop_block:
    doc: Entries of a UOP archive.
    seq:
      - {id: num_entries, type: u4, doc: Number of entries.}
      - {id: next_block, type: u8, doc: 'Place of the next block, 0 for none.'}
      - {id: entries, type: uop_entry, repeat: expr, repeat-expr: num_entries, doc: The entries.}
  uop_entry:
    doc: Where one file of a UOP archive is.
    seq:
      - {id: offset, type: u8, doc: 'Place of the head of the file; 0 for an empty entry.'}
      - {id: len_header, type: u4, doc: Length of the head before the contents.}
      - {id: len_stored, type: u4, doc: Length of the contents as they are stored.}
      - {id: len_unpacked, type: u4, doc: Length of the contents when unpacked.}
      - {id: path_hash, type: u8, doc: Hash of the lower-case path.}
      - {id: checksum, type: u4, doc: Adler-32 of the head or the contents.}
      - {id: method, type: u2, doc: '0 stored, 1 zlib, 3 zlib and a block sort.'}
  cliloc:
    doc: 'Localised texts; cliloc.enu and others.'
    seq:
      - {id: header1, type: u4, doc: Usually 2.}
      - {id: header2, type: u2, doc: Usually 1.}
      - {id: entries, type: cliloc_entry, repeat: eos, -max: 4194304, doc: The texts.}
  cliloc_entry:
    doc: One localised text.
    seq:
      - {id: number, type: u4, doc: Number of the text.}
      - {id: flag, type: u1, doc: Origin of the text.}
      - {id: len_text, type: u2, doc: Length in bytes.}
      - {id: text, type: str, size: len_text, encoding: UTF-8, doc: 'The text, with places for arguments.'}
  hues:
    doc: 'Hue tables; hues.mul.'
    seq:
      - {id: groups, type: hue_group, repeat: eos, doc: Groups of 8 hues.}
  hue_group:
    doc: 8 hues.
    seq:
      - {id: header, type: u4, -default: 0, doc: Unused.}
      - {id: hues, type: hue, repeat: expr, repeat-expr: 8, doc: The hues.}
  hue:
    doc: One hue.
    seq:
      - {id: colors, type: u2, repeat: expr, repeat-expr: 32, doc: 'Colours by grey level, 15 bits.'}
      - {id: first, type: u2, doc: First colour of the range.}
      - {id: last, type: u2, doc: Last colour of the range.}
      - {id: name, type: strz, size: 20, doc: Name.}
  skill_entry:
    doc: One skill of skills.mul.
    seq:
      - {id: has_button, type: u1, doc: 1 when the skill is used by a button.}
      - {id: name, type: strz, eos-error: false, doc: Name.}
  radar_colors:
    doc: 'Colours of land tiles and items on small maps; radarcol.mul.'
    seq:
      - {id: colors, type: u2, repeat: eos, -max: 4194304, doc: 'Colours, 15 bits: 16384 land tiles, then the items.'}
  art_land:
    doc: Picture of a land tile.
    seq:
      - {id: pixels, type: u2, repeat: expr, repeat-expr: 1012, doc: 'Rows of 2, 4 and so on to 44 and back to 2 pixels.'}
  art_item:
    doc: Picture of an item.
    seq:
      - {id: header, type: u4, -default: 0, doc: Unused.}
      - {id: width, type: u2, doc: Width in pixels.}
      - {id: height, type: u2, doc: Height in pixels.}
      - id: row_offsets
        type: u2
        repeat: expr
        repeat-expr: height
        doc: Start of each row in units of 2 bytes from the end of this table.
      - {id: rows, type: art_row, repeat: expr, repeat-expr: height, doc: The rows.}
  art_row:
    doc: 'One row of an item''s picture.'
    seq:
      - id: runs
        type: art_run
        repeat: until
        repeat-until: '_.skip == 0 and _.num_pixels == 0'
        -sentinel: '{skip: 0}'
        doc: 'Runs of pixels; an empty one ends the row.'
  art_run:
    doc: One run of pixels.
    seq:
      - {id: skip, type: u2, -rand: [1, 2, 44], doc: Transparent pixels before it.}
      - {id: num_pixels, type: u2, doc: Number of pixels.}
      - {id: pixels, type: u2, repeat: expr, repeat-expr: num_pixels, if: 'num_pixels != 0', doc: The pixels.}
  gump_picture:
    doc: 'Picture of a gump; its size is in the index.'
    params: [{id: height, type: u2, doc: 'Height in pixels, from the index.'}]
    seq:
      - {id: row_offsets, type: u4, repeat: expr, repeat-expr: height, doc: Start of each row in units of 4 bytes.}
      - {id: runs, type: gump_run, repeat: eos, -max: 4194304, doc: Runs of all rows.}
  gump_run:
    doc: One run of equal pixels.
    seq:
      - {id: color, type: u2, doc: Colour.}
      - {id: num_pixels, type: u2, doc: Number of pixels.}
  animation:
    doc: Frames of one action and direction of a body.
    seq:
      - {id: palette, type: u2, repeat: expr, repeat-expr: 256, doc: Colours.}
      - {id: num_frames, type: u4, doc: Number of frames.}
      - {id: frame_offsets, type: u4, repeat: expr, repeat-expr: num_frames, doc: Start of each frame from the end of the palette.}
      - {id: frames, size-eos: true, doc: 'The frames, each an animation_frame.'}
  animation_frame:
    doc: One frame of an animation.
    seq:
      - {id: center_x, type: s2, doc: 'Anchor, x.'}
      - {id: center_y, type: s2, doc: 'Anchor, y.'}
      - {id: width, type: u2, doc: Width in pixels.}
      - {id: height, type: u2, doc: Height in pixels.}
      - id: runs
        type: animation_run
        repeat: until
        repeat-until: '_.head == 0x7fff7fff'
        -sentinel: '{head: 0x7fff7fff}'
        -max: 1048576
        doc: 'Runs of pixels; a mark ends them.'
  animation_run:
    doc: One run of a frame.
    seq:
      - {id: head, type: u4, doc: 'Bits 0 to 11 length, 12 to 21 y, 22 to 31 x; 0x7FFF7FFF ends the frame.'}
      - {id: pixels, size: 'head & 0xfff', if: 'head != 0x7fff7fff', doc: Palette numbers.}
  packed_animation:
    doc: Frames of one action of a body in an AnimationFrame archive, of all directions.
    seq:
      - {id: header, size: 32, -default: 0, doc: Undescribed.}
      - {id: num_frames, type: u4, doc: Number of frames in the frame table.}
      - {id: table_start, type: u4, doc: 'Place of the frame table, from the beginning.'}
      - {id: rest, size-eos: true, doc: 'The frame table, each row a packed_animation_frame, and the frames.'}
  packed_animation_frame:
    doc: Where one frame of an AnimationFrame archive is.
    seq:
      - {id: action, type: u2, doc: The action.}
      - {id: number, type: u2, doc: 'Number of the frame from 1 on, over all directions; frames may be left out.'}
      - {id: unknown, size: 8, -default: 0, doc: Undescribed.}
      - {id: pixel_offset, type: u4, doc: 'Place of a palette of 256 colours and an animation_frame, from the beginning of this row.'}
  action_table:
    doc: Actions of a body in an AnimationSequence archive.
    seq:
      - {id: body, type: u4, doc: The body.}
      - {id: unknown, size: 48, -default: 0, doc: Undescribed.}
      - {id: num_actions, type: u4, doc: Number of actions.}
      - {id: actions, type: action_row, repeat: expr, repeat-expr: num_actions, doc: The actions.}
      - {id: rest, size-eos: true, doc: Undescribed.}
  action_row:
    doc: One action of a body.
    seq:
      - {id: action, type: u4, doc: The action.}
      - {id: frames, type: u4, doc: 'Number of its frames; 0 when another action stands in for it.'}
      - {id: stand_in, type: s4, doc: 'The action that stands in, or -1.'}
      - {id: unknown, size: 52, -default: 0, doc: Undescribed.}
      - {id: num_points, type: u4, doc: Number of points.}
      - {id: points, type: action_point, repeat: expr, repeat-expr: num_points, doc: Undescribed.}
      - {id: num_marks, type: u4, doc: Number of marks.}
      - {id: marks, type: u4, repeat: expr, repeat-expr: num_marks, doc: Undescribed.}
  action_point:
    doc: Undescribed; rows of people have them.
    seq:
      - {id: unknown, size: 32, doc: Undescribed.}
  animation_data:
    doc: 'Sequences of animated items; animdata.mul.'
    seq:
      - {id: groups, type: animation_data_group, repeat: eos, doc: Groups of 8 sequences.}
  animation_data_group:
    doc: 8 sequences.
    seq:
      - {id: header, type: u4, -default: 0, doc: Unused.}
      - {id: entries, type: animation_sequence, repeat: expr, repeat-expr: 8, doc: The sequences.}
  animation_sequence:
    doc: Sequence of an animated item.
    seq:
      - {id: frames, type: s1, repeat: expr, repeat-expr: 64, doc: Offsets to the graphic.}
      - {id: unknown, type: u1, -default: 0, doc: Undescribed.}
      - {id: num_frames, type: u1, doc: Number of offsets in use.}
      - {id: interval, type: u1, doc: Time of a frame in units of 50 ms.}
      - {id: start_delay, type: u1, doc: Time before the first frame.}
  sound_entry:
    doc: One sound of sound.mul.
    seq:
      - {id: name, type: strz, size: 40, doc: Name.}
      - {id: samples, size-eos: true, doc: 16-bit mono samples at 22050 Hz.}
  texture:
    doc: 'Texture of a land tile: 4096 or 16384 pixels.'
    params: [{id: num_pixels, type: u4, doc: 'Number of pixels, from the length of the record.'}]
    seq:
      - {id: pixels, type: u2, repeat: expr, repeat-expr: num_pixels, doc: The pixels.}
  ascii_font:
    doc: One font of fonts.mul.
    seq:
      - {id: header, type: u1, -default: 0, doc: Undescribed.}
      - {id: characters, type: font_character, repeat: expr, repeat-expr: 224, doc: Characters from 0x20.}
  font_character:
    doc: One character of a font.
    seq:
      - {id: width, type: u1, doc: Width in pixels.}
      - {id: height, type: u1, doc: Height in pixels.}
      - {id: unknown, type: u1, -default: 0, doc: Undescribed.}
      - {id: pixels, type: u2, repeat: expr, repeat-expr: width * height, doc: The pixels.}
  unicode_glyph:
    doc: One character of unifont.mul.
    seq:
      - {id: x, type: s1, doc: 'Offset, x.'}
      - {id: y, type: s1, doc: 'Offset, y.'}
      - {id: width, type: u1, doc: Width in pixels.}
      - {id: height, type: u1, doc: Height in pixels.}
      - {id: rows, size: '(width + 7) / 8 * height', doc: 'Rows of bits, each in whole bytes, the left pixel in the highest bit.'}
  speech:
    doc: 'Keywords of speech; speech.mul.'
    seq:
      - {id: entries, type: speech_entry, repeat: eos, doc: The keywords.}
  speech_entry:
    doc: 'One keyword; big-endian.'
    seq:
      - {id: id, type: u2be, doc: Id that clients send.}
      - {id: len_pattern, type: u2be, doc: Length in bytes.}
      - {id: pattern, type: str, size: len_pattern, encoding: UTF-8, doc: 'Pattern, a star for any text before or after.'}
  verdata:
    doc: 'Patches of other files; verdata.mul.'
    seq:
      - {id: num_patches, type: u4, doc: Number of patches.}
      - id: patches
        type: verdata_patch
        repeat: expr
        repeat-expr: num_patches
        -max: 4194304
        doc: 'The patches; their data follow in the same file.'
      - {id: data, size-eos: true, doc: Data of the patches.}
  verdata_patch:
    doc: Where one patch is.
    seq:
      - {id: file, type: u4, doc: 'Number of the file: 0 map0, 4 art, 14 multi, 30 tiledata, 32 hues and others.'}
      - {id: index, type: u4, doc: Number of the record.}
      - {id: offset, type: u4, doc: Place in verdata.mul.}
      - {id: len, type: u4, doc: Length in bytes.}
      - {id: extra, type: u4, doc: As in index_entry.}
  multimap:
    doc: 'Picture of the world; multimap.rle.'
    seq:
      - {id: width, type: u4, doc: Width in pixels.}
      - {id: height, type: u4, doc: Height in pixels.}
      - {id: runs, size-eos: true, doc: 'Bytes: colour in bit 7, length in the others.'}
  facet_picture:
    doc: 'Picture of a facet; facet00.mul and others.'
    seq:
      - {id: width, type: u2, doc: Width in pixels.}
      - {id: height, type: u2, doc: Height in pixels.}
      - {id: rows, type: facet_row, repeat: expr, repeat-expr: height, doc: The rows.}
  facet_row:
    doc: 'One row of a facet''s picture.'
    seq:
      - {id: len_runs, type: u4, doc: Length of the runs in bytes.}
      - {id: runs, type: facet_runs, size: len_runs, doc: The runs.}
  facet_runs:
    doc: Runs of a row.
    seq:
      - {id: runs, type: facet_run, repeat: eos, doc: The runs.}
  facet_run:
    doc: One run of equal pixels.
    seq:
      - {id: num_pixels, type: u1, doc: Number of pixels.}
      - {id: color, type: u2, doc: Colour.}
  string_dictionary:
    doc: Strings of string_dictionary.uop.
    seq:
      - {id: unknown1, type: u8, -default: 0, doc: Undescribed.}
      - {id: num_strings, type: u4, doc: Number of strings.}
      - {id: unknown2, type: u2, -default: 0, doc: Undescribed.}
      - {id: strings, type: dictionary_string, repeat: expr, repeat-expr: num_strings, -max: 4194304, doc: The strings.}
  dictionary_string:
    doc: One string of the dictionary.
    seq:
      - {id: len_text, type: u2, doc: Length in bytes.}
      - {id: text, type: str, size: len_text, encoding: UTF-8, doc: The string.}
