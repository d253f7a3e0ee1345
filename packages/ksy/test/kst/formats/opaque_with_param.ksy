meta:
  id: opaque_with_param
  ks-opaque-types: true
seq:
  - id: one
    type: params_def(5, true)
