meta:
  id: enum_negative
enums:
  constants:
    -1: negative_one
    1: positive_one
seq:
  - id: f1
    type: s1
    enum: constants
  - id: f2
    type: s1
    enum: constants
