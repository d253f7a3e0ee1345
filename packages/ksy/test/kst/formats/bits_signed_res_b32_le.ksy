# Make sure that a little-endian `b32` value is read as unsigned in JavaScript.
meta:
  id: bits_signed_res_b32_le
  bit-endian: le
seq:
  - id: a
    type: b32
