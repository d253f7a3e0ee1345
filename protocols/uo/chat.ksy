meta:
  id: chat
  endian: be
  encoding: ASCII
  imports: [common]
doc: Packets of the chat window.
seq: []
types:
  open_chat:
    doc: Opens the chat.
    seq:
      - {id: unknown, type: u1, -default: 0, doc: Unused.}
      - {id: name, type: strz, size: 62, encoding: UTF-16BE, doc: Wanted name in the chat.}
  chat_command:
    doc: An action in the chat.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: language, type: strz, size: 4, doc: Three letters.}
      - {id: action, type: u2, doc: '0x61 say, 0x62 join, 0x63 create, 0x65 private message, 0x43 leave and others.'}
      - {id: text, type: strz, encoding: UTF-16BE, eos-error: false, -max: 2048, doc: Argument of the action.}
  chat_message:
    doc: A text or an event of the chat.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: command, type: u2, doc: Kind of message.}
      - {id: language, type: strz, size: 4, -default: '', doc: 'Three letters, or empty.'}
      - {id: first, type: strz, encoding: UTF-16BE, doc: First parameter.}
      - {id: second, type: strz, encoding: UTF-16BE, eos-error: false, doc: Second parameter.}
  global_chat:
    doc: Chat of the Enhanced Client.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 8192, doc: 'Contents in the client''s own layout.'}
