# Only ksc
meta:
  id: meta_xref
  xref:
    wikidata: foo
    repo: https://example.com/
