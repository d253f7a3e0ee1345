# https://github.com/kaitai-io/kaitai_struct/issues/300
meta:
  id: switch_manual_enum_invalid_else
seq:
  - id: opcodes
    type: opcode
    repeat: eos
types:
  opcode:
    seq:
      - id: code
        type: u1
        enum: code_enum
      - id: body
        type:
          switch-on: code
          cases:
            code_enum::intval: intval
            code_enum::strval: strval
            # NB: `code_enum::foo` is intentionally not explicitly handled here => `defval` should be selected
            _: defval
    enums:
      code_enum:
        1: foo
        73: intval # 'I'
        83: strval # 'S'
    types:
      intval:
        seq:
          - id: value
            type: u1
      strval:
        seq:
          - id: value
            type: strz
            encoding: ASCII
      defval:
        instances:
          value:
            value: 123
