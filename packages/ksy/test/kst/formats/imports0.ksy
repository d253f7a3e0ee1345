meta:
  id: imports0
  imports:
    - hello_world
seq:
  - id: two
    type: u1
  - id: hw
    type: hello_world
instances:
  hw_one:
    value: hw.one
