meta:
  id: repeat_eos_u4
  endian: le
seq:
  - id: numbers
    type: u4
    repeat: eos
