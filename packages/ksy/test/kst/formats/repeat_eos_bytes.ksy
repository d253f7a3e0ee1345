meta:
  id: repeat_eos_bytes
seq:
  - id: records
    size: 5
    repeat: eos
