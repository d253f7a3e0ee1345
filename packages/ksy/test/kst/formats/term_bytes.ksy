meta:
  id: term_bytes
seq:
  - id: s1
    terminator: 0x7c
  - id: s2
    terminator: 0x7c
    consume: false
  - id: s3
    terminator: 0x40
    include: true
