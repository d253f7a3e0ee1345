meta:
  id: zlib_with_header_78
seq:
  - id: data
    size-eos: true
    process: zlib
