meta:
  id: hello_world
seq:
  - id: one
    type: u1
