# Make sure that a big-endian `b32` value is read as unsigned in JavaScript.
meta:
  id: bits_signed_res_b32_be
  bit-endian: be
seq:
  - id: a
    type: b32
