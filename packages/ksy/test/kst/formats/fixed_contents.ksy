meta:
  id: fixed_contents
seq:
  - id: normal
    contents: 'PACK-1'
  - id: high_bit_8
    contents: [0xff, 0xff]
