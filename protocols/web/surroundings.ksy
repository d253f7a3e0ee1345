meta:
  id: surroundings
  endian: le
  encoding: UTF-8
doc: 'Messages of entering the world, of the facet, and of what is heard and felt everywhere around.'
seq: []
enums:
  season: {0: spring, 1: summer, 2: autumn, 3: winter, 4: desolation}
types:
  entered:
    doc: >-
      The character is in the world. What the client knew of any world before is void. Then come facet_entered, light, the character
      itself as mobile, its status, everything within the view range, and at the end its skills, in this order.
    seq:
      - {id: serial, type: u4, doc: Who is played.}
      - {id: access, type: u1, doc: '0 for a player; more for staff, whose client may offer commands.'}
      - {id: view_range, type: u1, doc: View range in tiles.}
      - {id: world_ms, type: f8, doc: World time in milliseconds.}
  facet_entered:
    doc: >-
      The person is on this facet. Mobiles and items that are known are void when it is another one than before. Its land is fetched
      over HTTP, see the page about land.
    seq:
      - {id: facet, type: u1, doc: Number of the facet.}
      - {id: width, type: u2, doc: 'Size in tiles, east to west.'}
      - {id: height, type: u2, doc: 'Size in tiles, north to south.'}
      - {id: season, type: u1, enum: season, doc: Which season it has.}
  light:
    doc: 'Light for the eyes of the person. Comes whenever it changes: with the hour, in a dungeon, by magic.'
    seq:
      - {id: level, type: u1, doc: '0 bright to 30 dark.'}
  view_range_request:
    doc: 'Wishes to see farther or less far. Answered by view_range.'
    seq:
      - {id: tiles, type: u1, doc: '5 to 24; others are brought into these bounds.'}
  view_range:
    doc: >-
      From here on the person sees so far: the square of 2 x tiles + 1 around it. What falls out of it the client forgets by itself,
      mobiles and items on the ground alike, and closes windows of containers there: nobody tells it.
    seq:
      - {id: tiles, type: u1, doc: In tiles.}
  sound:
    doc: A sound that is heard.
    seq:
      - {id: sound, type: u2, doc: Number of the sound.}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: s1, doc: Height.}
