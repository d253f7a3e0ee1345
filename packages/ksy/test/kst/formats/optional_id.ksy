meta:
  id: optional_id
seq:
  - type: u1
  - type: u1
  - size: 5
