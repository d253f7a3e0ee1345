meta:
  id: str_eos
seq:
  - id: str
    type: str
    size-eos: true
    encoding: UTF-8
