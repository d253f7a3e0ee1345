meta:
  id: imported_and_abs
  imports:
    - /imported_root
seq:
  - id: one
    type: u1
  - id: two
    type: imported_root
