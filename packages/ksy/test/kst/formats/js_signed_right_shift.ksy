meta:
  id: js_signed_right_shift
instances:
  should_be_40000000:
    value: '0x80000000 >> 1'
  should_be_a00000:
    value: '0xa0000000 >> 8'
