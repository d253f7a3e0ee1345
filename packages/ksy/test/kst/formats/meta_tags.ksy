# Only ksc
meta:
  id: meta_tags
  tags:
    - foo
    - bar
    - baz
