meta:
  id: instance_std
  endian: le
instances:
  header:
    pos: 2
    type: str
    size: 5
    encoding: ASCII
