meta:
  id: bits_unaligned_b32_le
  bit-endian: le
seq:
  - id: a
    type: b1
  - id: b
    type: b32
  - id: c
    type: b7
