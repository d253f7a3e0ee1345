meta:
  id: nav_parent_false2
seq:
  - id: parentless
    type: child
    parent: false
types:
  child:
    # should have no parents
    seq:
      - id: foo
        type: u1
