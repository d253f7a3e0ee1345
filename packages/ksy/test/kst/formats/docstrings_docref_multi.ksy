meta:
  id: docstrings_docref_multi
doc: Sample docstring
doc-ref:
  - Plain text description of doc ref, page 42
  - http://www.example.com/some/path/?even_with=query&more=2
  - http://www.example.com/three Documentation name
