meta:
  id: imported_1
  imports:
    - imported_2
seq:
  - id: one
    type: u1
  - id: two
    type: imported_2
