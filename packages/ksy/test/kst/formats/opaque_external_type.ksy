meta:
  id: opaque_external_type
  ks-opaque-types: true
seq:
  - id: hw
    type: hello_world
