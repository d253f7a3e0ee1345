meta:
  id: speech
  endian: be
  encoding: ASCII
  imports: [common]
doc: 'Packets of speech, prompts, profiles and other text.'
seq: []
types:
  ascii_speech_request:
    doc: 'Speaks; 8-bit text.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: kind, type: u1, enum: 'common::speech_type', doc: Kind of speech.}
      - {id: hue, type: u2, doc: Hue of the text.}
      - {id: font, type: u2, doc: Font.}
      - {id: text, type: strz, eos-error: false, -max: 1024, doc: What is said.}
  unicode_speech_request:
    doc: 'Speaks; Unicode text, with the keywords that the client found.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - id: kind
        type: u1
        -rand: [0, 2, 8, 9, 0xc0, 0xc9]
        doc: 'Kind of speech; both bits of 0xC0 mean that keywords come before a UTF-8 text.'
      - {id: hue, type: u2, doc: Hue of the text.}
      - {id: font, type: u2, doc: Font.}
      - {id: language, type: strz, size: 4, doc: Three letters.}
      - {id: num_keywords, type: b12, if: has_keywords, -max: 255, doc: Number of keywords.}
      - {id: keywords, type: b12, repeat: expr, repeat-expr: num_keywords, if: has_keywords, -max: 255, doc: Ids from speech.mul.}
      - id: text_utf8
        type: strz
        encoding: UTF-8
        eos-error: false
        if: has_keywords
        -max: 2048
        doc: 'What is said, when keywords come before it.'
      - id: text
        type: strz
        encoding: UTF-16BE
        eos-error: false
        if: not has_keywords
        -max: 2048
        doc: 'What is said, without keywords.'
    instances:
      has_keywords: {value: '(kind & 0xc0) != 0', doc: True when keywords come before the text.}
  ascii_speech:
    doc: 'A text of somebody or of the system; 8-bit text.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: 'Who speaks; 0xFFFFFFFF for the system.'}
      - {id: body, type: u2, doc: 'Body graphic of the speaker; 0xFFFF for the system.'}
      - {id: kind, type: u1, enum: 'common::speech_type', doc: Kind of speech.}
      - {id: hue, type: u2, doc: Hue of the text.}
      - {id: font, type: u2, doc: Font.}
      - {id: name, type: strz, size: 30, doc: Name of the speaker.}
      - {id: text, type: strz, doc: The text.}
  unicode_speech:
    doc: 'A text of somebody or of the system; Unicode text.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: 'Who speaks; 0xFFFFFFFF for the system.'}
      - {id: body, type: u2, doc: 'Body graphic of the speaker; 0xFFFF for the system.'}
      - {id: kind, type: u1, enum: 'common::speech_type', doc: Kind of speech.}
      - {id: hue, type: u2, doc: Hue of the text.}
      - {id: font, type: u2, doc: Font.}
      - {id: language, type: strz, size: 4, doc: Three letters.}
      - {id: name, type: strz, size: 30, doc: Name of the speaker.}
      - {id: text, type: strz, encoding: UTF-16BE, doc: The text.}
  localized_speech:
    doc: 'A text of the client''s own cliloc file.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: 'Who speaks; 0xFFFFFFFF for the system.'}
      - {id: body, type: u2, doc: 'Body graphic of the speaker; 0xFFFF for the system.'}
      - {id: kind, type: u1, enum: 'common::speech_type', doc: Kind of speech.}
      - {id: hue, type: u2, doc: Hue of the text.}
      - {id: font, type: u2, doc: Font.}
      - {id: cliloc, type: u4, doc: Number of the text.}
      - {id: name, type: strz, size: 30, doc: Name of the speaker.}
      - {id: arguments, type: strz, encoding: UTF-16LE, doc: 'Arguments, separated by tabs; little-endian.'}
  localized_speech_affix:
    doc: 'A text of the client''s own cliloc file with a text before or after it.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: 'Who speaks; 0xFFFFFFFF for the system.'}
      - {id: body, type: u2, doc: 'Body graphic of the speaker; 0xFFFF for the system.'}
      - {id: kind, type: u1, enum: 'common::speech_type', doc: Kind of speech.}
      - {id: hue, type: u2, doc: Hue of the text.}
      - {id: font, type: u2, doc: Font.}
      - {id: cliloc, type: u4, doc: Number of the text.}
      - {id: affix_flags, type: u1, doc: '0 append, 1 prepend, 2 system.'}
      - {id: name, type: strz, size: 30, doc: Name of the speaker.}
      - {id: affix, type: strz, doc: The text before or after.}
      - {id: arguments, type: strz, encoding: UTF-16BE, doc: 'Arguments, separated by tabs; big-endian.'}
  client_talk:
    doc: Talk of the old staff client.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 8192, doc: Contents in an undescribed layout.}
  ascii_prompt:
    doc: 'Asks the player to type a line; 8-bit text.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: Object that asks.}
      - {id: prompt_id, type: u4, doc: Id that the answer repeats.}
      - {id: unknown, type: u4, -default: 0, doc: Unused.}
      - {id: text, type: strz, doc: 'Text, usually empty.'}
  ascii_prompt_response:
    doc: The typed line.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: Object that asked.}
      - {id: prompt_id, type: u4, doc: Id of the prompt.}
      - {id: accepted, type: u4, doc: '0 cancelled, 1 typed.'}
      - {id: text, type: strz, eos-error: false, -max: 1024, doc: The line.}
  unicode_prompt:
    doc: 'Asks the player to type a line; Unicode text.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: Object that asks.}
      - {id: prompt_id, type: u4, doc: Id that the answer repeats.}
      - {id: unknown1, type: u4, -default: 0, doc: Unused.}
      - {id: language, type: u4, -default: 0, doc: Unused.}
      - {id: unknown2, type: u2, -default: 0, doc: Unused.}
  unicode_prompt_response:
    doc: The typed line.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: Object that asked.}
      - {id: prompt_id, type: u4, doc: Id of the prompt.}
      - {id: accepted, type: u4, doc: '0 cancelled, 1 typed.'}
      - {id: language, type: strz, size: 4, doc: Three letters.}
      - {id: text, type: strz, encoding: UTF-16LE, eos-error: false, -max: 2048, doc: 'The line; little-endian.'}
  profile_request:
    doc: 'Asks for a character profile, or changes one''s own.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: mode, type: u1, -rand: [0, 1], doc: '0 asks, 1 changes.'}
      - {id: serial, type: u4, doc: The mobile.}
      - {id: change, type: profile_change, if: 'mode == 1', doc: The new text.}
  profile_change:
    doc: New body of a profile.
    seq:
      - {id: unknown, type: u2, -default: 1, doc: Usually 1.}
      - {id: num_chars, type: u2, doc: Length of the text in UTF-16 units.}
      - {id: text, type: str, size: num_chars * 2, encoding: UTF-16BE, -max: 4096, doc: The text.}
  profile:
    doc: A character profile.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The mobile.}
      - {id: header, type: strz, doc: Title.}
      - {id: footer, type: strz, encoding: UTF-16BE, doc: Fixed text.}
      - {id: body, type: strz, encoding: UTF-16BE, doc: Text that the player may change.}
  tip_request:
    doc: Asks for another tip.
    seq:
      - {id: tip, type: u2, doc: Number of the tip shown.}
      - {id: next, type: u1, doc: '0 previous, 1 next.'}
  tip:
    doc: Shows a tip or a notice.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: kind, type: u1, doc: '0 tip, 1 none, 2 notice.'}
      - {id: tip, type: u4, doc: Number of the tip.}
      - {id: len_text, type: u2, doc: Length of the text in bytes.}
      - {id: text, type: str, size: len_text, doc: The text.}
  help_request:
    doc: The player pressed the help button.
    seq:
      - {id: unknown, size: 257, -default: 0, doc: Unused.}
  help_tip_request:
    doc: Asks for the help text of an object.
    seq:
      - {id: serial, type: u4, doc: The object.}
      - {id: language_number, type: u1, doc: Number of the language.}
      - {id: language, type: strz, size: 3, doc: Three letters.}
  help_tip:
    doc: Help text of an object.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The object.}
      - {id: text, type: strz, encoding: UTF-16BE, doc: The text.}
  open_browser:
    doc: Opens a web page.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: url, type: strz, doc: Address of the page.}
