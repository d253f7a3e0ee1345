meta:
  id: valid_fail_eq_int
seq:
  - id: foo
    type: u1
    valid: 123 # there is actually 0x50 in the file
