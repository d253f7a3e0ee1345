meta:
  id: mobiles
  endian: le
  encoding: UTF-8
doc: Messages of people and other beings.
seq: []
enums:
  notoriety: {0: unknown, 1: innocent, 2: ally, 3: attackable, 4: criminal, 5: enemy, 6: murderer, 7: invulnerable}
  gesture: {0: bow, 1: salute}
types:
  mobile:
    doc: >-
      A mobile came into view or changed; also the person itself, whose place in it is to be passed over while steps are unanswered. It
      replaces all that was known of the mobile, clothes included.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: serial, type: u4, doc: Serial.}
      - {id: body, type: u2, doc: Body that is drawn.}
      - {id: hue, type: u2, doc: 'Hue; 0x8000 colours only the grey parts.'}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: s1, doc: Height of the feet.}
      - {id: facing, type: u1, doc: 'Direction, 0 north to 7 north-west, and 0x80 at a run.'}
      - {id: flags, type: u1, doc: '1 frozen, 2 female, 4 invulnerable, 8 at war, 16 hidden, 32 dead.'}
      - {id: notoriety, type: u1, enum: notoriety, doc: How the viewer may regard it.}
      - {id: len_name, type: u1, doc: Length of the next field in bytes.}
      - {id: name, type: str, size: len_name, doc: Name.}
      - {id: num_worn, type: u1, doc: Number of worn items.}
      - {id: worn, type: worn_entry, repeat: expr, repeat-expr: num_worn, doc: 'What it wears, one for each layer at most.'}
  worn_entry:
    doc: One worn item of a mobile.
    seq:
      - {id: serial, type: u4, doc: The item.}
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: layer, type: u1, doc: 'Layer, as the tile table numbers them.'}
      - {id: hue, type: u2, doc: 'Hue, 0 for none.'}
  mobile_moved:
    doc: A known mobile took a step or turned. Never sent for the person itself.
    seq:
      - {id: serial, type: u4, doc: Serial.}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: s1, doc: Height of the feet.}
      - {id: facing, type: u1, doc: 'Direction, 0 north to 7 north-west, and 0x80 at a run.'}
  gone:
    doc: 'A mobile or an item is no longer where the client shows it: left, hidden, taken, destroyed.'
    seq:
      - {id: serial, type: u4, doc: Serial.}
  mobile_animated:
    doc: A mobile makes a gesture.
    seq:
      - {id: serial, type: u4, doc: Serial.}
      - {id: action, type: u2, doc: 'Action group of the body; of human bodies 32 is a bow, 33 a salute.'}
  gesture_request:
    doc: Makes a gesture.
    seq:
      - {id: gesture, type: u1, enum: gesture, doc: Which.}
  war_mode_request:
    doc: Wishes for war or peace. Answered by war_mode.
    seq:
      - {id: war, type: u1, doc: 1 for war.}
  war_mode:
    doc: The person is ready to fight or not.
    seq:
      - {id: war, type: u1, doc: 1 for war.}
  health_request:
    doc: 'Asks for the health of a mobile that is known. Answered by health; for the person itself by status.'
    seq:
      - {id: serial, type: u4, doc: Serial.}
  health:
    doc: How well a mobile is.
    seq:
      - {id: serial, type: u4, doc: Serial.}
      - {id: percent, type: u1, doc: 0 to 100.}
  status:
    doc: 'How the person itself is; whenever it changes.'
    seq:
      - {id: hits, type: u2, doc: Hit points.}
      - {id: hits_max, type: u2, doc: Most hit points.}
      - {id: stamina, type: u2, doc: Stamina.}
      - {id: stamina_max, type: u2, doc: Most stamina.}
      - {id: mana, type: u2, doc: Mana.}
      - {id: mana_max, type: u2, doc: Most mana.}
      - {id: strength, type: u2, doc: Strength.}
      - {id: dexterity, type: u2, doc: Dexterity.}
      - {id: intelligence, type: u2, doc: Intelligence.}
      - {id: stat_locks, type: u1, doc: 'Bits 4 and 5 strength, 2 and 3 dexterity, 0 and 1 intelligence; each 0 up, 1 down, 2 locked.'}
      - {id: weight, type: u2, doc: 'Weight carried, in stones.'}
      - {id: weight_max, type: u2, doc: Most weight at which one can walk.}
      - {id: gold, type: u4, doc: Gold carried.}
  stat_lock_request:
    doc: 'Chooses whether an attribute may rise or fall. Shown by the next status.'
    seq:
      - {id: stat, type: u1, doc: '0 strength, 1 dexterity, 2 intelligence.'}
      - {id: lock, type: u1, doc: '0 up, 1 down, 2 locked.'}
  skills_request:
    doc: Asks for all skills. Answered by skills.
    seq: []
  skills:
    doc: Skills of the person; their names are in the skill table.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: num_skills, type: u1, doc: Number of skills.}
      - {id: skills, type: skill_value, repeat: expr, repeat-expr: num_skills, doc: 'The skills, by number from 0.'}
  skill_value:
    doc: One skill.
    seq:
      - {id: value, type: u2, doc: 'As it counts now, in tenths of a point.'}
      - {id: base, type: u2, doc: 'As it was learned, in tenths of a point.'}
      - {id: cap, type: u2, doc: 'Most it can be, in tenths of a point.'}
      - {id: lock, type: u1, doc: '0 up, 1 down, 2 locked.'}
  skill_lock_request:
    doc: Chooses whether a skill may rise or fall.
    seq:
      - {id: skill, type: u1, doc: Number of the skill.}
      - {id: lock, type: u1, doc: '0 up, 1 down, 2 locked.'}
  paperdoll_request:
    doc: 'Asks to see somebody''s paperdoll, or one''s own. Answered by paperdoll.'
    seq:
      - {id: serial, type: u4, doc: The mobile.}
  paperdoll:
    doc: 'Opens the paperdoll of a mobile, whose clothes came as mobile and worn_item.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: serial, type: u4, doc: The mobile.}
      - {id: flags, type: u1, doc: '1 at war, 2 its things may be taken off.'}
      - {id: len_text, type: u1, doc: Length of the next field in bytes.}
      - {id: text, type: str, size: len_text, doc: Name and title.}
  profile_request:
    doc: Asks for the profile of a mobile that is known. Answered by profile.
    seq:
      - {id: serial, type: u4, doc: The mobile.}
  profile_change:
    doc: Writes one's own profile.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: len_text, type: u2, -max: 4096, doc: Length of the next field in bytes.}
      - {id: text, type: str, size: len_text, doc: The profile.}
  profile:
    doc: What somebody says of itself.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: serial, type: u4, doc: The mobile.}
      - {id: len_name, type: u1, doc: Length of the next field in bytes.}
      - {id: name, type: str, size: len_name, doc: Name.}
      - {id: len_title, type: u1, doc: Length of the next field in bytes.}
      - {id: title, type: str, size: len_title, doc: 'Title, empty for none.'}
      - {id: len_text, type: u2, doc: Length of the next field in bytes.}
      - {id: text, type: str, size: len_text, doc: The profile.}
