meta:
  id: imported_2
seq:
  - id: one
    type: u1
