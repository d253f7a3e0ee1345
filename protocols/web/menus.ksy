meta:
  id: menus
  endian: le
  encoding: UTF-8
doc: >-
  Messages of the menu of a thing or a person: what one can do with it here and now. Since version 2.
seq: []
types:
  menu_request:
    doc: Asks what can be done with something that is shown. Answered by menu; not at all when it may not be known.
    seq:
      - {id: serial, type: u4, doc: The thing or the mobile.}
  menu:
    doc: What can be done; it may be nothing.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: serial, type: u4, doc: The thing or the mobile.}
      - {id: num_entries, type: u1, doc: Number of entries.}
      - {id: entries, type: menu_entry, repeat: expr, repeat-expr: num_entries, doc: 'The entries, the most usual first.'}
  menu_entry:
    doc: One entry of a menu.
    seq:
      - {id: index, type: u2, doc: Number that the choice repeats.}
      - {id: enabled, type: u1, doc: '1 when it can be chosen; 0 when it is out of reach.'}
      - {id: len_text, type: u1, doc: Length of the next field in bytes.}
      - {id: text, type: str, size: len_text, doc: 'What it does, in English.'}
  menu_choice:
    doc: Chooses from the menu. The rules look again whether it can be done.
    seq:
      - {id: serial, type: u4, doc: The thing or the mobile.}
      - {id: index, type: u2, doc: Number of the entry.}
