meta:
  id: repeat_eos_term_bytes
seq:
  - id: records
    terminator: 0xb2
    include: true
    repeat: eos
