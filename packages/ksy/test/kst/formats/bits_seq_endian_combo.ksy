meta:
  id: bits_seq_endian_combo
seq:
  - id: be1
    type: b6be
  - id: be2
    type: b10be
  - id: le3
    type: b8le
  - id: be4
    type: b8be
  - id: le5
    type: b5le
  - id: le6
    type: b6le
  - id: le7
    type: b5le
  - id: be8
    type: b1be
