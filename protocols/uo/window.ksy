meta:
  id: window
  endian: be
  encoding: ASCII
  imports: [common]
doc: 'Packets of gumps, menus, dialogs and the target cursor.'
seq: []
types:
  target_cursor:
    doc: Asks the player to point at something.
    seq:
      - {id: kind, type: u1, enum: 'common::target_kind', doc: '0 an object, 1 also a place.'}
      - {id: cursor_id, type: u4, doc: Id that the answer repeats.}
      - {id: intent, type: u1, enum: 'common::target_intent', doc: 'What it is for; 3 cancels the present cursor.'}
      - {id: unknown, size: 12, -default: 0, doc: Unused.}
  target_response:
    doc: What the player pointed at.
    seq:
      - {id: kind, type: u1, enum: 'common::target_kind', doc: '0 an object, 1 a place or static.'}
      - {id: cursor_id, type: u4, doc: Id of the cursor.}
      - {id: intent, type: u1, enum: 'common::target_intent', doc: What it was for.}
      - {id: serial, type: u4, doc: 'The object; 0 for a place or when cancelled.'}
      - {id: x, type: u2, doc: 'Tile, x; 0xFFFF when cancelled.'}
      - {id: y, type: u2, doc: 'Tile, y; 0xFFFF when cancelled.'}
      - {id: unknown, type: u1, -default: 0, doc: 'High byte of the height, unused.'}
      - {id: z, type: s1, doc: Height.}
      - {id: graphic, type: u2, doc: 'Graphic of a static, 0 for land.'}
  multi_target:
    doc: 'Asks the player to place a multi; answered as a target cursor.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: allow_ground, type: u1, doc: 1 when the ground may be chosen.}
      - {id: cursor_id, type: u4, doc: Id that the answer repeats.}
      - {id: flags, type: u1, doc: Flags of the cursor.}
      - {id: unknown, size: 11, -default: 0, doc: Unused.}
      - {id: multi, type: u2, doc: Id of the multi.}
      - {id: offset_x, type: s2, doc: 'Offset to the cursor, x.'}
      - {id: offset_y, type: s2, doc: 'Offset to the cursor, y.'}
      - {id: offset_z, type: s2, doc: 'Offset to the cursor, z.'}
      - {id: hue, type: u4, -default: 0, if: 'ver >= 0x07000900', doc: Hue of the multi.}
  gump:
    doc: Opens a gump with its layout as plain text.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: Serial that the answer repeats.}
      - {id: gump_id, type: u4, doc: 'Kind of gump; a second one with the same serial replaces the first.'}
      - {id: x, type: u4, doc: 'Place on the screen, x.'}
      - {id: y, type: u4, doc: 'Place on the screen, y.'}
      - {id: len_layout, type: u2, doc: Length of the layout in bytes.}
      - {id: layout, type: str, size: len_layout, doc: Layout in the gump language.}
      - {id: num_lines, type: u2, doc: Number of text lines.}
      - {id: lines, type: gump_line, repeat: expr, repeat-expr: num_lines, doc: Text lines that the layout refers to.}
  gump_line:
    doc: One text line of a gump.
    seq:
      - {id: num_chars, type: u2, doc: Length in UTF-16 units.}
      - {id: text, type: str, size: num_chars * 2, encoding: UTF-16BE, doc: The text.}
  compressed_gump:
    doc: 'Opens a gump with packed layout and lines; clients from 5.0.0a.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: Serial that the answer repeats.}
      - {id: gump_id, type: u4, doc: 'Kind of gump; a second one with the same serial replaces the first.'}
      - {id: x, type: u4, doc: 'Place on the screen, x.'}
      - {id: y, type: u4, doc: 'Place on the screen, y.'}
      - {id: len_layout_packed, type: u4, doc: Packed length of the layout plus 4.}
      - {id: len_layout, type: u4, -derive: unpacked layout, doc: Length of the layout.}
      - {id: layout, type: gump_layout, size: len_layout_packed - 4, process: zlib, -max: 65536, doc: The layout.}
      - {id: num_lines, type: u4, -max: 4096, doc: Number of text lines.}
      - {id: len_lines_packed, type: u4, if: 'num_lines != 0', doc: Packed length of the lines plus 4.}
      - {id: len_lines, type: u4, -derive: unpacked lines, if: 'num_lines != 0', doc: Length of the lines.}
      - id: lines
        type: gump_lines(num_lines)
        size: len_lines_packed - 4
        process: zlib
        if: 'num_lines != 0'
        -max: 262144
        doc: The lines.
      - {id: no_lines, contents: [0x00, 0x00, 0x00, 0x00], if: 'num_lines == 0', doc: Packed length of a gump without lines.}
  gump_layout:
    doc: Unpacked layout of a compressed gump.
    seq:
      - {id: text, type: str, size-eos: true, terminator: 0, doc: 'Layout in the gump language, with a zero byte at the end.'}
  gump_lines:
    doc: Unpacked lines of a compressed gump.
    params: [{id: num_lines, type: u4, doc: Number of text lines.}]
    seq:
      - {id: lines, type: gump_line, repeat: expr, repeat-expr: num_lines, doc: Text lines that the layout refers to.}
  gump_response:
    doc: What the player did in a gump.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: Serial of the gump.}
      - {id: gump_id, type: u4, doc: Kind of gump.}
      - {id: button, type: u4, doc: 'Pressed button, 0 when closed.'}
      - {id: inputs, type: gump_inputs, if: not _io.eof, -presence: inputs, doc: 'Switches and texts; some virtue answers lack them.'}
  gump_inputs:
    doc: Switches and texts of a gump.
    seq:
      - {id: num_switches, type: u4, doc: Number of switches.}
      - {id: switches, type: u4, repeat: expr, repeat-expr: num_switches, -max: 1024, doc: Ids of the checked boxes and radio buttons.}
      - {id: texts, type: gump_texts, if: not _io.eof, -presence: texts, doc: 'Text entries; some virtue answers lack them.'}
  gump_texts:
    doc: Text entries of a gump.
    seq:
      - {id: num_entries, type: u4, doc: Number of text entries.}
      - {id: entries, type: gump_text, repeat: expr, repeat-expr: num_entries, -max: 1024, doc: 'Every text entry, changed or not.'}
  gump_text:
    doc: One text entry of a gump.
    seq:
      - {id: id, type: u2, doc: Id of the entry.}
      - {id: num_chars, type: u2, doc: Length in UTF-16 units.}
      - {id: text, type: str, size: num_chars * 2, encoding: UTF-16BE, -max: 8192, doc: The text.}
  item_menu:
    doc: Opens a menu of pictures or of questions.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: Serial that the answer repeats.}
      - {id: menu_id, type: u2, doc: Kind of menu.}
      - {id: len_title, type: u1, doc: Length of the title in bytes.}
      - {id: title, type: str, size: len_title, doc: Title.}
      - {id: num_entries, type: u1, doc: Number of entries.}
      - {id: entries, type: item_menu_entry, repeat: expr, repeat-expr: num_entries, doc: The entries.}
  item_menu_entry:
    doc: One entry of a menu.
    seq:
      - {id: graphic, type: u2, doc: 'Item graphic; 0 in the first entry makes it a list of questions.'}
      - {id: hue, type: u2, doc: Hue.}
      - {id: len_text, type: u1, doc: Length of the text in bytes.}
      - {id: text, type: str, size: len_text, doc: The text.}
  menu_response:
    doc: Choice in a menu.
    seq:
      - {id: serial, type: u4, doc: Serial of the menu.}
      - {id: menu_id, type: u2, doc: Kind of menu.}
      - {id: index, type: u2, doc: 'Chosen entry from 1, 0 when cancelled.'}
      - {id: graphic, type: u2, doc: Item graphic of the entry.}
      - {id: hue, type: u2, doc: Hue of the entry.}
  hue_picker:
    doc: Asks the player to pick a hue.
    seq:
      - {id: serial, type: u4, doc: Serial that the answer repeats.}
      - {id: unknown, type: u2, -default: 0, doc: Unused.}
      - {id: graphic, type: u2, doc: Item graphic to show.}
  hue_response:
    doc: The picked hue.
    seq:
      - {id: serial, type: u4, doc: Serial of the picker.}
      - {id: unknown, type: u2, -default: 0, doc: Unused.}
      - {id: hue, type: u2, doc: 'The hue, 2 to 1001 normally.'}
  text_entry:
    doc: Asks the player to type a text in a dialog.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: Serial that the answer repeats.}
      - {id: parent_id, type: u1, doc: First id that the answer repeats.}
      - {id: button_id, type: u1, doc: Second id that the answer repeats.}
      - {id: len_title, type: u2, doc: 'Length of the title in bytes, its zero byte counted.'}
      - {id: title, type: strz, size: len_title, doc: Title.}
      - {id: can_cancel, type: u1, doc: 1 when the player may cancel.}
      - {id: style, type: u1, doc: '0 none, 1 text, 2 number.'}
      - {id: max_length, type: u4, doc: 'Longest text, or greatest number.'}
      - {id: len_description, type: u2, doc: 'Length of the description in bytes, its zero byte counted.'}
      - {id: description, type: strz, size: len_description, doc: Description.}
  text_entry_response:
    doc: The typed text.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: Serial of the dialog.}
      - {id: parent_id, type: u1, doc: First id of the dialog.}
      - {id: button_id, type: u1, doc: Second id of the dialog.}
      - {id: accepted, type: u1, doc: '0 cancelled, 1 typed.'}
      - {id: len_text, type: u2, doc: 'Length of the text in bytes, its zero byte counted.'}
      - {id: text, type: strz, size: len_text, -max: 1024, doc: The text.}
  sign:
    doc: Shows a sign.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The sign.}
      - {id: gump, type: u2, doc: Gump graphic.}
      - {id: len_title, type: u2, doc: 'Length of the title in bytes, its zero byte counted.'}
      - {id: title, type: strz, size: len_title, doc: Title.}
      - {id: len_caption, type: u2, doc: 'Length of the caption in bytes, its zero byte counted.'}
      - {id: caption, type: strz, size: len_caption, doc: Caption.}
  quest_arrow:
    doc: Shows or hides an arrow to a place.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: active, type: u1, doc: '1 shows, 0 hides.'}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: serial, type: u4, -default: 0, if: 'ver >= 0x07000900', doc: Object that it points at.}
  waypoint:
    doc: Shows a waypoint.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The object.}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: s1, doc: Height.}
      - {id: map, type: u1, doc: Facet index.}
      - id: kind
        type: u2
        doc: '1 corpse, 2 party member, 3 rally point, 4 quest giver, 5 quest destination, 6 resurrection, 7 to 13 places.'
      - {id: ignore_object, type: u2, doc: 1 when the serial is no object to follow.}
      - {id: cliloc, type: u4, doc: Text of the waypoint.}
      - {id: name, type: strz, encoding: UTF-16LE, doc: Arguments of the text.}
  waypoint_removal:
    doc: Hides a waypoint.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver < 0x06000103', doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The object.}
  continue_highlight:
    doc: 'Continues a highlight of the user interface; Enhanced Client.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver < 0x06000103', doc: Length of the whole packet in bytes.}
      - {id: data, size: 11, if: 'ver >= 0x06000103', doc: Contents in an undescribed layout.}
      - {id: data_old, size-eos: true, if: 'ver < 0x06000103', -max: 8192, doc: Contents in an undescribed layout.}
  remove_highlight:
    doc: 'Removes a highlight of the user interface; Enhanced Client.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver < 0x06000103', doc: Length of the whole packet in bytes.}
      - {id: data, size: 12, if: 'ver >= 0x06000103', doc: Contents in an undescribed layout.}
      - {id: data_old, size-eos: true, if: 'ver < 0x06000103', -max: 8192, doc: Contents in an undescribed layout.}
  toggle_highlight:
    doc: 'Toggles a highlight of the user interface; Enhanced Client.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver < 0x06000103', doc: Length of the whole packet in bytes.}
      - {id: data, size: 74, if: 'ver >= 0x06000103', doc: Contents in an undescribed layout.}
      - {id: data_old, size-eos: true, if: 'ver < 0x06000103', -max: 8192, doc: Contents in an undescribed layout.}
  enable_hotbar:
    doc: 'Enables the hot bar; Enhanced Client.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver < 0x06000103', doc: Length of the whole packet in bytes.}
      - {id: enabled, type: u2, doc: 1 enables.}
  use_hotbar:
    doc: 'Uses a slot of the hot bar; Enhanced Client.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 8192, doc: Contents in an undescribed layout.}
