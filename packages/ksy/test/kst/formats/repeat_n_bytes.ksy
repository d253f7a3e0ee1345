meta:
  id: repeat_n_bytes
seq:
  - id: records
    size: 5
    repeat: expr
    repeat-expr: 3
