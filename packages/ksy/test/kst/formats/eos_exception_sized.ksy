meta:
  id: eos_exception_sized
seq:
  - id: envelope
    size: 6
    type: data
types:
  data:
    seq:
      - id: buf
        size: 7
        type: foo
  foo: {}
