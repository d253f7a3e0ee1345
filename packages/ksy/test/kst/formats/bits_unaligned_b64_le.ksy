meta:
  id: bits_unaligned_b64_le
  bit-endian: le
seq:
  - id: a
    type: b1
  - id: b
    type: b64
  - id: c
    type: b7
