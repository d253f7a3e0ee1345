meta:
  id: repeat_eos_bits_b4
seq:
  - id: nibbles
    type: b4
    repeat: eos
