meta:
  id: windows
  endian: le
  encoding: UTF-8
doc: Messages of gumps and target cursors.
seq: []
enums:
  target_choice: {0: cancelled, 1: object, 2: place}
types:
  gump:
    doc: 'Opens a gump; one with the same serial and kind replaces it.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: serial, type: u4, doc: Serial that the answer repeats.}
      - {id: kind, type: u4, doc: Kind that the answer repeats.}
      - {id: x, type: s2, doc: 'Place on the screen, x.'}
      - {id: y, type: s2, doc: 'Place on the screen, y.'}
      - {id: len_layout, type: u2, doc: Length of the next field in bytes.}
      - {id: layout, type: str, size: len_layout, doc: Layout in the gump language of Ultima Online.}
      - {id: num_lines, type: u2, doc: Number of text lines.}
      - {id: lines, type: gump_line, repeat: expr, repeat-expr: num_lines, doc: 'Text lines that the layout refers to. Those of an htmlgump may hold its few tags: show them as text, or read them with a parser that knows these alone.'}
  gump_line:
    doc: One text line of a gump.
    seq:
      - {id: len_text, type: u2, doc: Length of the next field in bytes.}
      - {id: text, type: str, size: len_text, doc: The line.}
  gump_closed:
    doc: Closes gumps of a kind.
    seq:
      - {id: kind, type: u4, doc: Kind of gump.}
  gump_answer:
    doc: What the person did in a gump; it is closed by that.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: serial, type: u4, doc: Serial of the gump.}
      - {id: kind, type: u4, doc: Kind of gump.}
      - {id: button, type: u4, doc: 'Pressed button, 0 when closed.'}
      - {id: num_switches, type: u2, -max: 1024, doc: Number of switches.}
      - {id: switches, type: u4, repeat: expr, repeat-expr: num_switches, doc: Ids of the checked boxes and radio buttons.}
      - {id: num_entries, type: u2, -max: 256, doc: Number of text entries.}
      - {id: entries, type: gump_entry, repeat: expr, repeat-expr: num_entries, doc: 'Every text entry, changed or not.'}
  gump_entry:
    doc: One text entry of a gump.
    seq:
      - {id: id, type: u2, doc: Id of the entry.}
      - {id: len_text, type: u2, -max: 2048, doc: Length of the next field in bytes.}
      - {id: text, type: str, size: len_text, doc: The text.}
  target_asked:
    doc: 'Asks the person to point at something. A newer one replaces it.'
    seq:
      - {id: cursor, type: u4, doc: Number that the answer repeats.}
      - {id: ground, type: u1, doc: '1 when a place is as good as an object.'}
  target_answer:
    doc: What the person pointed at.
    seq:
      - {id: cursor, type: u4, doc: Number of the cursor.}
      - {id: choice, type: u1, enum: target_choice, doc: What was chosen.}
      - {id: serial, type: u4, doc: 'The object, 0 for a place.'}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: s1, doc: Height.}
      - {id: graphic, type: u2, doc: 'Graphic of a static, 0 for land.'}
