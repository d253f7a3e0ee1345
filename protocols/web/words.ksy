meta:
  id: words
  endian: le
  encoding: UTF-8
doc: >-
  Messages of speech and of what the system says. Every text is plain: a client shows it as it is, and never as markup.
seq: []
enums:
  manner: {0: say, 1: whisper, 2: yell, 3: emote}
  told_kind: {0: system, 1: label, 2: over}
types:
  speak_request:
    doc: 'Says something. What begins with a dot may be a command of staff.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: manner, type: u1, enum: manner, doc: How.}
      - {id: hue, type: u2, doc: Hue of the text.}
      - {id: len_text, type: u2, -max: 1024, doc: Length of the next field in bytes.}
      - {id: text, type: str, size: len_text, doc: 'What is said; the rules shorten it.'}
  spoken:
    doc: 'Somebody within hearing says something, the person itself too.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: serial, type: u4, doc: 'Who speaks; it need not be in view.'}
      - {id: manner, type: u1, enum: manner, doc: How.}
      - {id: hue, type: u2, doc: Hue of the text.}
      - {id: len_name, type: u1, doc: Length of the next field in bytes.}
      - {id: name, type: str, size: len_name, doc: Name of who speaks.}
      - {id: len_text, type: u2, doc: Length of the next field in bytes.}
      - {id: text, type: str, size: len_text, doc: What is said.}
  told:
    doc: A line for this person alone.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: kind, type: u1, enum: told_kind, doc: 'From the system; or a name to show at a thing for a moment; or other words to show there.'}
      - {id: serial, type: u4, doc: 'The thing, 0 for the system.'}
      - {id: hue, type: u2, doc: Hue of the text.}
      - {id: len_text, type: u2, doc: Length of the next field in bytes.}
      - {id: text, type: str, size: len_text, doc: The line.}
  announced:
    doc: A line for everybody.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: hue, type: u2, doc: Hue of the text.}
      - {id: len_text, type: u2, doc: Length of the next field in bytes.}
      - {id: text, type: str, size: len_text, doc: The line.}
