meta:
  id: imported_root
seq:
  - id: one
    type: u1
