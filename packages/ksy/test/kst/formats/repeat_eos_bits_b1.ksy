# Demonstrates https://github.com/kaitai-io/kaitai_struct/issues/1229
meta:
  id: repeat_eos_bits_b1
seq:
  - id: bits
    type: b1
    repeat: eos
