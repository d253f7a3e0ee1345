meta:
  id: enum_invalid
seq:
  - id: pet_1
    type: u1
    enum: animal
  - id: pet_2
    type: u1
    enum: animal
enums:
  animal:
    0x66: dog
    0x7c: cat
