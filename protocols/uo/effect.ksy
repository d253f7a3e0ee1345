meta:
  id: effect
  endian: be
  encoding: ASCII
  imports: [common]
doc: 'Packets of sound, music, light, weather, time, animations and effects.'
seq: []
types:
  sound:
    doc: Plays a sound.
    seq:
      - {id: mode, type: u1, doc: '1 at a place, 0 ambient.'}
      - {id: sound, type: u2, doc: Number of the sound.}
      - {id: volume, type: u2, -default: 0, doc: 'Volume, ignored by current clients.'}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: s2, doc: Height.}
  music:
    doc: Plays a piece of music.
    seq:
      - {id: track, type: u2, doc: 'Number of the piece; 0x1FFF stops.'}
  personal_light:
    doc: Light around the player.
    seq:
      - {id: serial, type: u4, doc: The player.}
      - {id: level, type: u1, doc: Light level.}
  global_light:
    doc: Light of the world.
    seq:
      - {id: level, type: u1, doc: 0 brightest to 0x1E darkest.}
  time_of_day:
    doc: Time of day in the world.
    seq:
      - {id: hour, type: u1, doc: 'Hour, 0 to 23.'}
      - {id: minute, type: u1, doc: Minute.}
      - {id: second, type: u1, doc: Second.}
  weather:
    doc: Weather around the player.
    seq:
      - {id: kind, type: u1, doc: '0 rain, 1 fierce storm, 2 snow, 3 storm brewing, 0xFE or 0xFF none.'}
      - {id: density, type: u1, doc: 'Number of drops or flakes, at most 70.'}
      - {id: temperature, type: u1, doc: Temperature.}
  season_change:
    doc: Season of the facet.
    seq:
      - {id: season, type: u1, enum: 'common::season', doc: The season.}
      - {id: play_sound, type: u1, doc: 1 plays a sound.}
  character_animation:
    doc: A mobile plays an animation.
    seq:
      - {id: serial, type: u4, doc: The mobile.}
      - {id: action, type: u2, doc: Animation group.}
      - {id: frame_count, type: u2, doc: Number of frames.}
      - {id: repeat_count, type: u2, doc: How often it plays.}
      - {id: backwards, type: u1, doc: 1 plays it backwards.}
      - {id: repeat, type: u1, doc: 1 repeats it.}
      - {id: delay, type: u1, doc: Each frame lasts 80 ms times this plus 2.}
  new_animation:
    doc: A mobile plays an animation named by its purpose.
    seq:
      - {id: serial, type: u4, doc: The mobile.}
      - id: kind
        type: u2
        doc: '0 attack, 1 or 2 block, 3 die, 4 hit, 5 fidget, 6 or 14 eat, 7 emote, 8 alert, 9 take off, 10 land, 11 spell.'
      - {id: action, type: u2, doc: 'Kind of weapon, emote or spell.'}
      - {id: mode, type: u1, -default: 0, doc: Variant.}
  graphical_effect:
    doc: Shows an effect.
    seq:
      - {id: kind, type: u1, enum: 'common::effect_type', doc: Kind of effect.}
      - {id: source, type: u4, doc: 'Object that it starts from, or 0.'}
      - {id: target, type: u4, doc: 'Object that it goes to, or 0.'}
      - {id: graphic, type: u2, doc: 'Effect graphic; of a screen effect its number.'}
      - {id: source_x, type: u2, doc: 'Start tile, x.'}
      - {id: source_y, type: u2, doc: 'Start tile, y.'}
      - {id: source_z, type: s1, doc: Start height.}
      - {id: target_x, type: u2, doc: 'End tile, x.'}
      - {id: target_y, type: u2, doc: 'End tile, y.'}
      - {id: target_z, type: s1, doc: End height.}
      - {id: speed, type: u1, doc: Speed of the animation.}
      - {id: duration, type: u1, doc: 'How long it lasts; 0 once, 1 without end.'}
      - {id: unknown, type: u2, -default: 0, doc: Unused.}
      - {id: fixed_direction, type: u1, doc: 1 does not turn the graphic.}
      - {id: explodes, type: u1, doc: 1 explodes at the end.}
  hued_effect:
    doc: Shows an effect with a hue.
    seq:
      - {id: effect, type: graphical_effect, doc: The effect.}
      - {id: hue, type: u4, doc: Hue.}
      - {id: render_mode, type: u4, doc: '0 normal, 1 multiply, 2 screen, 3 more, 4 less, 5 half transparent, 6 shadow blue, 7 screen red.'}
  particle_effect:
    doc: 'Shows an effect with particles; 3D clients.'
    seq:
      - {id: effect, type: graphical_effect, doc: The effect.}
      - {id: hue, type: u4, doc: Hue.}
      - {id: render_mode, type: u4, doc: As in hued_effect.}
      - {id: particle, type: u2, doc: Particle effect.}
      - {id: explode_effect, type: u2, doc: Particle effect of the explosion.}
      - {id: explode_sound, type: u2, doc: Sound of the explosion.}
      - {id: serial, type: u4, doc: Object that the particles belong to.}
      - {id: layer, type: u1, doc: 'Layer that they start from, 0xFF for none.'}
      - {id: unknown, type: u2, -default: 0, doc: Unused.}
  server_change:
    doc: Moves the player to another sub-server of the world.
    seq:
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: u2, doc: Height.}
      - {id: unknown, type: u1, -default: 0, doc: Unused.}
      - {id: boundary_x, type: u2, doc: Left border of the sub-server.}
      - {id: boundary_y, type: u2, doc: Upper border of the sub-server.}
      - {id: width, type: u2, doc: Width of the sub-server.}
      - {id: height, type: u2, doc: Height of the sub-server.}
  animate:
    doc: 'Old animation; unused by current clients.'
    seq:
      - {id: data, size: 3, doc: Contents in an undescribed layout.}
  explode:
    doc: 'Old explosion; unused by current clients.'
    seq:
      - {id: data, size: 7, doc: Contents in an undescribed layout.}
  blood:
    doc: 'Old blood mode; unused by current clients.'
    seq:
      - {id: data, size: 4, doc: Contents in an undescribed layout.}
  ship:
    doc: 'Old ship; unused by current clients.'
    seq:
      - {id: data, size: 1, doc: Contents in an undescribed layout.}
  gq_effect:
    doc: 'Effect in an undescribed layout; unused by current clients.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 8192, doc: Contents.}
