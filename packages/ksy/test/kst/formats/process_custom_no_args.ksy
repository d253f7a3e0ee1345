meta:
  id: process_custom_no_args
seq:
  - id: buf
    size: 5
    process: custom_fx_no_args
