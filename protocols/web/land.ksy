meta:
  id: land
  endian: le
  encoding: UTF-8
doc: >-
  What a client fetches over HTTP. `/world/index.bin` is a world_index and is asked for at each start; it names a version of everything
  else, which never changes under that version and may be kept for ever: `/world/VERSION/tiles.bin` (tile_table),
  `/world/VERSION/hues.bin` (hue_table), `/world/VERSION/creation.bin` (creation_table), `/world/VERSION/skills.bin` (skill_table),
  `/world/VERSION/places.bin` (place_table), `/world/VERSION/templates.bin` (template_table) and `/world/VERSION/FACET/X.Y.bin`
  (land_block), where X and Y are the number of the block, tile / 64. Each is one type, to be read with its own reader; those with
  another version in their address are not there any more. `/world/VERSION/FACET/ZOOM/X.Y.png` is a picture of the land from above in
  the colours of radars: 256 x 256 pixels, fewer at an edge. ZOOM 3 has a pixel for each tile, 2 one for 2 x 2 tiles, 1 for 4 x 4, 0 for
  8 x 8; X and Y count such pictures.
seq: []
types:
  world_index:
    doc: What there is to fetch.
    seq:
      - {id: magic, contents: [0x47, 0x4d, 0x57, 0x49], doc: 'The letters GMWI.'}
      - {id: format, type: u1, doc: '1: the version of the types of this page.'}
      - {id: len_version, type: u1, doc: Length of the next field in bytes.}
      - {id: version, type: str, size: len_version, doc: 'Version of land, tables and hues, as it stands in addresses: letters and digits.'}
      - {id: len_art, type: u1, doc: Length of the next field in bytes.}
      - {id: art, type: str, size: len_art, doc: 'Address of the list of pictures, empty when the shard has none.'}
      - {id: num_facets, type: u1, doc: Number of facets.}
      - {id: facets, type: facet_entry, repeat: expr, repeat-expr: num_facets, doc: The facets.}
  facet_entry:
    doc: One facet.
    seq:
      - {id: id, type: u1, doc: Number of the facet.}
      - {id: width, type: u2, doc: 'Size in tiles, east to west.'}
      - {id: height, type: u2, doc: 'Size in tiles, north to south.'}
  land_block:
    doc: >-
      Land and statics of 64 x 64 tiles. A block at the east or south edge of a facet has fewer tiles. The height of a tile is that of its
      northern corner: the others belong to its neighbours, at an edge to the next block; beyond the facet's edge the last row goes on.
    seq:
      - {id: width, type: u1, -max: 64, doc: 'Tiles from west to east, 64 or less.'}
      - {id: height, type: u1, -max: 64, doc: 'Tiles from north to south, 64 or less.'}
      - {id: tiles, type: u2, repeat: expr, repeat-expr: width * height, doc: 'Graphics of the land, row by row.'}
      - {id: heights, type: s1, repeat: expr, repeat-expr: width * height, doc: 'Heights of the land, row by row.'}
      - {id: num_statics, type: u4, -max: 65535, doc: Number of statics.}
      - {id: statics, type: static_entry, repeat: expr, repeat-expr: num_statics, doc: 'Statics by row, column and height, lowest first.'}
  static_entry:
    doc: One static.
    seq:
      - {id: x, type: u1, doc: 'Column within the block.'}
      - {id: y, type: u1, doc: 'Row within the block.'}
      - {id: z, type: s1, doc: Height.}
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: hue, type: u2, doc: 'Hue, 0 for none.'}
  tile_table:
    doc: What land tiles and item graphics are. Graphics that are in no run have flags 0, height 0 and no name.
    seq:
      - {id: num_land_runs, type: u2, doc: Number of runs.}
      - {id: land_runs, type: land_run, repeat: expr, repeat-expr: num_land_runs, doc: 'Land tiles, ascending.'}
      - {id: num_item_runs, type: u2, doc: Number of runs.}
      - {id: item_runs, type: item_run, repeat: expr, repeat-expr: num_item_runs, doc: 'Items, ascending.'}
  land_run:
    doc: Land tiles with numbers that follow each other.
    seq:
      - {id: first, type: u2, doc: Number of the first one.}
      - {id: num_tiles, type: u2, doc: Number of tiles.}
      - {id: tiles, type: land_entry, repeat: expr, repeat-expr: num_tiles, doc: The tiles.}
  land_entry:
    doc: One land tile.
    seq:
      - {id: flags, type: u4, doc: 'Flags as in tiledata.mul, low 32 bits: 0x40 impassable, 0x80 wet …'}
      - {id: len_name, type: u1, doc: Length of the next field in bytes.}
      - {id: name, type: str, size: len_name, doc: Name.}
  item_run:
    doc: Item graphics that follow each other.
    seq:
      - {id: first, type: u2, doc: The first graphic.}
      - {id: num_items, type: u2, doc: Number of items.}
      - {id: items, type: item_entry, repeat: expr, repeat-expr: num_items, doc: The items.}
  item_entry:
    doc: One item graphic.
    seq:
      - {id: flags, type: u4, doc: 'Flags as in tiledata.mul, low 32 bits: 0x40 impassable, 0x200 surface, 0x400 bridge, 0x10 wall …'}
      - {id: height, type: u1, doc: 'Height in z units.'}
      - {id: layer, type: u1, doc: Layer of things that can be worn.}
      - {id: animation, type: u2, doc: 'Body that a worn item shows, 0 for none.'}
      - {id: len_name, type: u1, doc: Length of the next field in bytes.}
      - {id: name, type: str, size: len_name, doc: Name.}
  hue_table:
    doc: Ramps of colours that things are dyed with.
    seq:
      - {id: num_hues, type: u2, doc: Number of hues.}
      - {id: hues, type: hue_entry, repeat: expr, repeat-expr: num_hues, doc: 'The hues, from hue 1.'}
  hue_entry:
    doc: One hue.
    seq:
      - {id: colours, type: u2, repeat: expr, repeat-expr: 32, doc: 'Colours from dark to bright, by grey level of the picture; 5 bits each of red, green, blue.'}
  skill_table:
    doc: Names of the skills, by number.
    seq:
      - {id: num_skills, type: u1, doc: Number of skills.}
      - {id: skills, type: skill_entry, repeat: expr, repeat-expr: num_skills, doc: The skills.}
  skill_entry:
    doc: One skill.
    seq:
      - {id: active, type: u1, doc: '1 when it is used by a button, 0 when it works by itself.'}
      - {id: len_name, type: u1, doc: Length of the next field in bytes.}
      - {id: name, type: str, size: len_name, doc: Name.}
  place_table:
    doc: Places that have a name.
    seq:
      - {id: num_places, type: u2, doc: Number of places.}
      - {id: places, type: place_entry, repeat: expr, repeat-expr: num_places, doc: The places.}
  place_entry:
    doc: One place.
    seq:
      - {id: facet, type: u1, doc: The facet.}
      - {id: x, type: u2, doc: 'Tile in its middle, x.'}
      - {id: y, type: u2, doc: 'Tile in its middle, y.'}
      - {id: town, type: u1, doc: '1 for a town, 0 for another area.'}
      - {id: len_name, type: u1, doc: Length of the next field in bytes.}
      - {id: name, type: str, size: len_name, doc: Name.}
  template_table:
    doc: 'What things there can be: for staff, who make them by their key.'
    seq:
      - {id: num_templates, type: u2, doc: Number of templates.}
      - {id: templates, type: template_entry, repeat: expr, repeat-expr: num_templates, doc: 'The templates, by key.'}
  template_entry:
    doc: One template.
    seq:
      - {id: len_key, type: u1, doc: Length of the next field in bytes.}
      - {id: key, type: str, size: len_key, doc: Key.}
      - {id: len_name, type: u1, doc: Length of the next field in bytes.}
      - {id: name, type: str, size: len_name, doc: What one of it is called.}
      - {id: graphic, type: u2, doc: How it looks.}
      - {id: stackable, type: u1, doc: '1 when many can be one heap.'}
  creation_table:
    doc: How a new character may look.
    seq:
      - {id: num_looks, type: u1, doc: Number of entries.}
      - {id: looks, type: creation_looks, repeat: expr, repeat-expr: num_looks, doc: One for each race and sex.}
      - {id: num_cloth_hues, type: u1, doc: Number of ranges.}
      - {id: cloth_hues, type: hue_range, repeat: expr, repeat-expr: num_cloth_hues, doc: Hues of shirt and trousers.}
  creation_looks:
    doc: How one race and sex may look.
    seq:
      - {id: race, type: u1, doc: '0 human, 1 elf, 2 gargoyle.'}
      - {id: female, type: u1, doc: 1 for a woman.}
      - {id: body, type: u2, doc: The body.}
      - {id: num_skin_hues, type: u1, doc: Number of ranges.}
      - {id: skin_hues, type: hue_range, repeat: expr, repeat-expr: num_skin_hues, doc: Hues of the skin.}
      - {id: num_hair_hues, type: u1, doc: Number of ranges.}
      - {id: hair_hues, type: hue_range, repeat: expr, repeat-expr: num_hair_hues, doc: Hues of hair and beard.}
      - {id: num_hair, type: u1, doc: Number of styles.}
      - {id: hair, type: u2, repeat: expr, repeat-expr: num_hair, doc: Graphics of the hair.}
      - {id: num_beard, type: u1, doc: Number of styles.}
      - {id: beard, type: u2, repeat: expr, repeat-expr: num_beard, doc: Graphics of the beard.}
  hue_range:
    doc: Hues that follow each other.
    seq:
      - {id: first, type: u2, doc: The first one.}
      - {id: last, type: u2, doc: The last one.}
