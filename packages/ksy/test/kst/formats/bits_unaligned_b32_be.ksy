meta:
  id: bits_unaligned_b32_be
  bit-endian: be
seq:
  - id: a
    type: b1
  - id: b
    type: b32
  - id: c
    type: b7
