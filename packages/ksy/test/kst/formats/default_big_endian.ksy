meta:
  id: default_big_endian
  endian: be
seq:
  - id: one
    type: u4
