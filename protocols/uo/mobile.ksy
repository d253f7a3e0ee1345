meta:
  id: mobile
  endian: be
  encoding: ASCII
  imports: [common]
doc: 'Packets of the player and of other mobiles: movement, appearance, state, combat, skills, buffs.'
seq: []
types:
  walk_request:
    doc: Asks to take one step or to turn.
    seq:
      - {id: running, type: b1, doc: Set when running.}
      - {id: reserved, type: b4, -default: 0, doc: Unused.}
      - {id: direction, type: b3, enum: 'common::direction', doc: Wanted direction.}
      - {id: sequence, type: u1, doc: 'Number of the step: 0 after a reset, then 1 to 255 in turn.'}
      - {id: fastwalk_key, type: u4, -default: 0, doc: 'Key from the fast-walk stack, 0 without one.'}
  resync_request:
    doc: Asks for its own place and surroundings again.
    seq:
      - {id: unknown1, type: u1, -default: 0, doc: Unused.}
      - {id: unknown2, type: u1, -default: 0, doc: Unused.}
  attack_request:
    doc: Asks to attack a mobile.
    seq:
      - {id: serial, type: u4, doc: The mobile.}
  war_mode_request:
    doc: Asks to change between war and peace.
    seq:
      - {id: war, type: u1, doc: 1 for war.}
      - {id: unknown, size: 3, -default: 0, doc: Unused.}
  status_request:
    doc: Asks for the status or the skills of a mobile.
    seq:
      - {id: pattern, type: u4, -default: 0xedededed, doc: Always 0xEDEDEDED.}
      - {id: kind, type: u1, doc: '4 status, 5 skills, 0 god client.'}
      - {id: serial, type: u4, doc: The mobile.}
  skill_lock_request:
    doc: Sets the locks of one or more skills.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: changes, type: skill_lock_change, repeat: eos, -max: 64, doc: The changes.}
  skill_lock_change:
    doc: New lock of one skill.
    seq:
      - {id: skill, type: u2, doc: 'Skill id, from 0.'}
      - {id: lock, type: u1, enum: 'common::skill_lock', doc: The lock.}
  death_choice:
    doc: Answer to the death screen.
    seq:
      - {id: choice, type: u1, doc: '1 resurrect, 2 stay a ghost.'}
  rename_request:
    doc: Asks to rename a pet.
    seq:
      - {id: serial, type: u4, doc: The pet.}
      - {id: name, type: strz, size: 30, doc: The wanted name.}
  name_request:
    doc: Asks for the name of a mobile.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The mobile.}
  login_confirm:
    doc: 'Creates the player; the first packet of the world.'
    seq:
      - {id: serial, type: u4, doc: Serial of the player.}
      - {id: unknown1, type: u4, -default: 0, doc: Unused.}
      - {id: body, type: u2, doc: Body graphic.}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: s2, doc: 'Height; clients read the low byte.'}
      - {id: direction, type: u1, doc: 'Direction, with bit 7 for running.'}
      - {id: unknown2, type: u1, -default: 0, doc: Unused.}
      - {id: unknown3, type: u4, -default: 0xffffffff, doc: Usually 0xFFFFFFFF.}
      - {id: unknown4, type: u4, -default: 0, doc: Unused.}
      - {id: map_width, type: u2, doc: Width of the facet in tiles.}
      - {id: map_height, type: u2, doc: Height of the facet in tiles.}
      - {id: unknown5, size: 6, -default: 0, doc: Unused.}
  update_player:
    doc: 'Puts the player on a place; the client resets its walk sequence to 0.'
    seq:
      - {id: serial, type: u4, doc: Serial of the player.}
      - {id: body, type: u2, doc: Body graphic.}
      - {id: unknown1, type: u1, -default: 0, doc: Unused.}
      - {id: hue, type: u2, doc: Hue of the body.}
      - {id: flags, type: u1, doc: Mobile status flags.}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: unknown2, type: u2, -default: 0, doc: Unused.}
      - {id: direction, type: u1, doc: 'Direction, with bit 7 for running.'}
      - {id: z, type: s1, doc: Height.}
  walk_accepted:
    doc: Accepts a step.
    seq:
      - {id: sequence, type: u1, doc: Number of the step.}
      - {id: notoriety, type: u1, enum: 'common::notoriety', doc: Notoriety of the player.}
  walk_denied:
    doc: 'Refuses a step and puts the player back; the walk sequence restarts at 0.'
    seq:
      - {id: sequence, type: u1, doc: Number of the step.}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: direction, type: u1, doc: 'Direction, with bit 7 for running.'}
      - {id: z, type: s1, doc: Height.}
  force_walk:
    doc: Makes the player take one step.
    seq:
      - {id: direction, type: u1, doc: 'Direction, with bit 7 for running.'}
  pathfind_to:
    doc: Makes the player walk to a place.
    seq:
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: u2, doc: Height.}
  movement_sequence:
    doc: 'Sets the walk sequence; unused by current clients.'
    seq:
      - {id: sequence, type: u1, doc: Number of the step.}
  mobile_moving:
    doc: 'A known mobile moves, turns or changes its looks.'
    seq:
      - {id: serial, type: u4, doc: The mobile.}
      - {id: body, type: u2, doc: Body graphic.}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: s1, doc: Height.}
      - {id: direction, type: u1, doc: 'Direction, with bit 7 for running.'}
      - {id: hue, type: u2, doc: Hue of the body.}
      - {id: flags, type: u1, doc: Mobile status flags.}
      - {id: notoriety, type: u1, enum: 'common::notoriety', doc: Notoriety as the viewer sees it.}
  mobile_moving_extended:
    doc: As mobile_moving with 8 further bytes.
    seq:
      - {id: serial, type: u4, doc: The mobile.}
      - {id: body, type: u2, doc: Body graphic.}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: s1, doc: Height.}
      - {id: direction, type: u1, doc: 'Direction, with bit 7 for running.'}
      - {id: hue, type: u2, doc: Hue of the body.}
      - {id: flags, type: u1, doc: Mobile status flags.}
      - {id: notoriety, type: u1, enum: 'common::notoriety', doc: Notoriety as the viewer sees it.}
      - {id: unknown1, type: u4, -default: 0, doc: Unused.}
      - {id: unknown2, type: u2, -default: 0, doc: Unused.}
      - {id: unknown3, type: u2, -default: 0, doc: Unused.}
  mobile_incoming:
    doc: A mobile with everything that it wears comes into view.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The mobile.}
      - {id: body, type: u2, doc: Body graphic.}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: s1, doc: Height.}
      - {id: direction, type: u1, doc: 'Direction, with bit 7 for running.'}
      - {id: hue, type: u2, doc: Hue of the body.}
      - {id: flags, type: u1, doc: Mobile status flags.}
      - {id: notoriety, type: u1, enum: 'common::notoriety', doc: Notoriety as the viewer sees it.}
      - id: items
        type: worn_entry(ver)
        repeat: until
        repeat-until: '_.serial == 0'
        -sentinel: '{serial: 0}'
        -max: 64
        doc: 'What it wears, at most one item a layer.'
  mobile_incoming_extended:
    doc: As mobile_incoming with 6 further bytes.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The mobile.}
      - {id: body, type: u2, doc: Body graphic.}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: s1, doc: Height.}
      - {id: direction, type: u1, doc: 'Direction, with bit 7 for running.'}
      - {id: hue, type: u2, doc: Hue of the body.}
      - {id: flags, type: u1, doc: Mobile status flags.}
      - {id: notoriety, type: u1, enum: 'common::notoriety', doc: Notoriety as the viewer sees it.}
      - {id: unknown, size: 6, -default: 0, doc: Unused.}
      - id: items
        type: worn_entry(ver)
        repeat: until
        repeat-until: '_.serial == 0'
        -sentinel: '{serial: 0}'
        -max: 64
        doc: 'What it wears, at most one item a layer.'
  worn_entry:
    doc: One worn item of an incoming mobile.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: serial, type: u4, doc: 'The item; 0 ends the list.'}
      - {id: graphic, type: u2, if: 'serial != 0', doc: 'Item graphic; before 7.0.33.1 bit 15 says that a hue follows.'}
      - {id: layer, type: u1, enum: 'common::layer', if: 'serial != 0', doc: Layer that it is worn on.}
      - {id: hue, type: u2, if: 'serial != 0 and (ver >= 0x07002101 or (graphic & 0x8000) != 0)', doc: Hue of the item.}
  status:
    doc: 'Status of a mobile: the health bar of others, the whole window of the player.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The mobile.}
      - {id: name, type: strz, size: 30, doc: Name.}
      - {id: hits, type: u2, doc: 'Hit points; of others scaled to hits_max.'}
      - {id: hits_max, type: u2, doc: Most hit points.}
      - {id: renamable, type: u1, doc: 1 when the viewer may rename it.}
      - {id: kind, type: u1, -rand: [0, 1, 2, 3, 4, 5, 6], doc: 'Which of the following blocks are there, 0 to 6.'}
      - {id: basic, type: status_basic, if: 'kind >= 1', doc: 'Attributes, stamina, mana, gold, weight.'}
      - {id: physique, type: status_physique, if: 'kind >= 5', doc: Weight limit and race.}
      - {id: stat_cap, type: u2, if: 'kind >= 2', doc: Sum that the attributes may reach.}
      - {id: followers, type: status_followers, if: 'kind >= 3', doc: Followers.}
      - {id: combat, type: status_combat, if: 'kind >= 4', doc: 'Resistances, luck, damage.'}
      - {id: bonuses, type: status_bonuses, if: 'kind >= 6', doc: Properties of clients from 7.0.30.0.}
  status_basic:
    doc: 'Attributes, stamina, mana, gold and weight.'
    seq:
      - {id: female, type: u1, doc: 1 for female.}
      - {id: strength, type: u2, doc: Strength.}
      - {id: dexterity, type: u2, doc: Dexterity.}
      - {id: intelligence, type: u2, doc: Intelligence.}
      - {id: stamina, type: u2, doc: Stamina.}
      - {id: stamina_max, type: u2, doc: Most stamina.}
      - {id: mana, type: u2, doc: Mana.}
      - {id: mana_max, type: u2, doc: Most mana.}
      - {id: gold, type: u4, doc: Gold in the backpack.}
      - {id: armor, type: u2, doc: 'Armour rating, or physical resistance.'}
      - {id: weight, type: u2, doc: Carried weight in stones.}
  status_physique:
    doc: Weight limit and race.
    seq:
      - {id: weight_max, type: u2, doc: Most weight in stones.}
      - {id: race, type: u1, doc: '1 human, 2 elf, 3 gargoyle.'}
  status_followers:
    doc: Followers.
    seq:
      - {id: followers, type: u1, doc: Control slots in use.}
      - {id: followers_max, type: u1, doc: Most control slots.}
  status_combat:
    doc: 'Resistances, luck and damage.'
    seq:
      - {id: fire_resistance, type: u2, doc: Resistance to fire in percent.}
      - {id: cold_resistance, type: u2, doc: Resistance to cold in percent.}
      - {id: poison_resistance, type: u2, doc: Resistance to poison in percent.}
      - {id: energy_resistance, type: u2, doc: Resistance to energy in percent.}
      - {id: luck, type: u2, doc: Luck.}
      - {id: damage_min, type: u2, doc: Least weapon damage.}
      - {id: damage_max, type: u2, doc: Most weapon damage.}
      - {id: tithing, type: u4, doc: Tithing points.}
  status_bonuses:
    doc: 'Extended properties, each with its limit where it has one.'
    seq:
      - {id: physical_resistance_max, type: s2, doc: Limit of the physical resistance.}
      - {id: fire_resistance_max, type: s2, doc: Limit of the resistance to fire.}
      - {id: cold_resistance_max, type: s2, doc: Limit of the resistance to cold.}
      - {id: poison_resistance_max, type: s2, doc: Limit of the resistance to poison.}
      - {id: energy_resistance_max, type: s2, doc: Limit of the resistance to energy.}
      - {id: defence_chance, type: s2, doc: Defence chance increase.}
      - {id: defence_chance_max, type: s2, doc: Limit of the defence chance increase.}
      - {id: hit_chance, type: s2, doc: Hit chance increase.}
      - {id: swing_speed, type: s2, doc: Swing speed increase.}
      - {id: damage_increase, type: s2, doc: Damage increase.}
      - {id: lower_reagent_cost, type: s2, doc: Lower reagent cost.}
      - {id: spell_damage, type: s2, doc: Spell damage increase.}
      - {id: faster_cast_recovery, type: s2, doc: Faster cast recovery.}
      - {id: faster_casting, type: s2, doc: Faster casting.}
      - {id: lower_mana_cost, type: s2, doc: Lower mana cost.}
  mobile_attributes:
    doc: 'Hits, mana and stamina of a mobile.'
    seq:
      - {id: serial, type: u4, doc: The mobile.}
      - {id: hits_max, type: u2, doc: Most hit points.}
      - {id: hits, type: u2, doc: Hit points.}
      - {id: mana_max, type: u2, doc: Most mana.}
      - {id: mana, type: u2, doc: Mana.}
      - {id: stamina_max, type: u2, doc: Most stamina.}
      - {id: stamina, type: u2, doc: Stamina.}
  update_hits:
    doc: Hit points of a mobile.
    seq:
      - {id: serial, type: u4, doc: The mobile.}
      - {id: max, type: u2, doc: 'Most hit points; of others usually 25 or 100.'}
      - {id: current, type: u2, doc: Hit points.}
  update_mana:
    doc: Mana of a mobile.
    seq:
      - {id: serial, type: u4, doc: The mobile.}
      - {id: max, type: u2, doc: Most mana.}
      - {id: current, type: u2, doc: Mana.}
  update_stamina:
    doc: Stamina of a mobile.
    seq:
      - {id: serial, type: u4, doc: The mobile.}
      - {id: max, type: u2, doc: Most stamina.}
      - {id: current, type: u2, doc: Stamina.}
  health_bar_status_new:
    doc: 'Colour of a health bar; newer form.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver >= 0x05000001', doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, if: 'ver >= 0x05000001', doc: The mobile.}
      - {id: num_states, type: u2, if: 'ver >= 0x05000001', doc: Number of states.}
      - {id: states, type: health_bar_state, repeat: expr, repeat-expr: num_states, if: 'ver >= 0x05000001', doc: The states.}
  health_bar_status:
    doc: Colour of a health bar.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The mobile.}
      - {id: num_states, type: u2, doc: Number of states.}
      - {id: states, type: health_bar_state, repeat: expr, repeat-expr: num_states, doc: The states.}
  health_bar_state:
    doc: One colour of a health bar.
    seq:
      - {id: kind, type: u2, doc: '1 poisoned, 2 yellow, 3 red.'}
      - {id: state, type: u1, doc: '0 off; for poison its level plus 1.'}
  war_mode:
    doc: Sets war or peace.
    seq:
      - {id: war, type: u1, doc: 1 for war.}
      - {id: unknown1, type: u1, -default: 0, doc: Unused.}
      - {id: unknown2, type: u1, -default: 0x32, doc: Usually 0x32.}
      - {id: unknown3, type: u1, -default: 0, doc: Unused.}
  paperdoll:
    doc: Opens the paperdoll of a mobile.
    seq:
      - {id: serial, type: u4, doc: The mobile.}
      - {id: text, type: strz, size: 60, doc: Name and title.}
      - {id: flags, type: u1, doc: '1 war mode, 2 its items may be lifted.'}
  mobile_name:
    doc: Name of a mobile.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The mobile.}
      - {id: name, type: strz, size: 30, doc: The name.}
  death_animation:
    doc: 'A mobile dies; its corpse must be known already.'
    seq:
      - {id: serial, type: u4, doc: The mobile.}
      - {id: corpse, type: u4, doc: The corpse.}
      - {id: unknown, type: u4, -default: 0, doc: Unused.}
  death_screen:
    doc: Shows or ends the death screen of the player.
    seq:
      - {id: action, type: u1, doc: '0 or 2 show it, 1 resurrect choice of old clients.'}
  mobile_status:
    doc: Fighting state of a mobile.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The mobile.}
      - {id: status, type: u1, -rand: [0, 1], doc: 1 when an attacker follows.}
      - {id: attacker, type: u4, if: 'status == 1', doc: Who attacks it.}
  follow:
    doc: 'Makes one mobile follow another; ignored by current clients.'
    seq:
      - {id: follower, type: u4, doc: Who follows.}
      - {id: followed, type: u4, doc: Who is followed.}
  damage:
    doc: Damage number above a mobile.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: serial, type: u4, doc: The mobile.}
      - {id: amount, type: u2, doc: Damage.}
      - {id: unknown, size: 259, -default: 0, if: 'ver < 0x05000001', doc: Unused.}
  swing:
    doc: One mobile swings at another.
    seq:
      - {id: unknown, type: u1, -default: 0, doc: Unused.}
      - {id: attacker, type: u4, doc: Who swings.}
      - {id: defender, type: u4, doc: At whom.}
  attack_target:
    doc: Sets the attack target of the player.
    seq:
      - {id: serial, type: u4, doc: 'The target, 0 for none.'}
  attack_accepted:
    doc: 'Accepts an attack; unused by current clients.'
    seq:
      - {id: serial, type: u4, doc: The target.}
  attack_ended:
    doc: 'Ends an attack, or opens a pet window; unused by current clients.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver >= 0x05000001', doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, if: 'ver >= 0x05000001', -max: 8192, doc: Contents in an undescribed layout.}
  health_sync:
    doc: 'Hacked-mover probe; unused by current clients.'
    seq:
      - {id: unknown, type: u1, -default: 0, doc: Unused.}
  skills:
    doc: 'Skills of the player, or the names of all skills.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: kind, type: u1, -rand: [0, 1, 2, 3, 0xdf, 0xfe, 0xff], doc: Which layout follows.}
      - id: body
        type:
          switch-on: kind
          cases:
            0x00: skill_list
            0x01: skill_values
            0x02: capped_skill_list
            0x03: capped_skill_values
            0xdf: capped_skill_value
            0xff: skill_value
            0xfe: skill_names
            _: 'common::raw_body'
        doc: The skills.
  skill_list:
    doc: 'All skills without caps; ids are from 1 and 0 ends the list.'
    seq:
      - id: skills
        type: listed_skill
        repeat: until
        repeat-until: '_.number == 0'
        -sentinel: '{number: 0}'
        -max: 256
        doc: The skills.
  listed_skill:
    doc: One skill of a list.
    seq:
      - {id: number, type: u2, doc: Skill id plus 1.}
      - {id: value, type: u2, if: 'number != 0', doc: Value with bonuses in tenths of a point.}
      - {id: base, type: u2, if: 'number != 0', doc: Value without bonuses in tenths of a point.}
      - {id: lock, type: u1, enum: 'common::skill_lock', if: 'number != 0', doc: The lock.}
  capped_skill_list:
    doc: 'All skills with caps; ids are from 1 and 0 ends the list.'
    seq:
      - id: skills
        type: capped_listed_skill
        repeat: until
        repeat-until: '_.number == 0'
        -sentinel: '{number: 0}'
        -max: 256
        doc: The skills.
  capped_listed_skill:
    doc: One skill of a list with caps.
    seq:
      - {id: number, type: u2, doc: Skill id plus 1.}
      - {id: value, type: u2, if: 'number != 0', doc: Value with bonuses in tenths of a point.}
      - {id: base, type: u2, if: 'number != 0', doc: Value without bonuses in tenths of a point.}
      - {id: lock, type: u1, enum: 'common::skill_lock', if: 'number != 0', doc: The lock.}
      - {id: cap, type: u2, if: 'number != 0', doc: Cap in tenths of a point.}
  skill_values:
    doc: 'All skills without caps; opens the skill window.'
    seq:
      - {id: skills, type: skill_value, repeat: eos, -max: 256, doc: The skills.}
  skill_value:
    doc: One skill without cap.
    seq:
      - {id: skill, type: u2, doc: 'Skill id, from 0.'}
      - {id: value, type: u2, doc: Value with bonuses in tenths of a point.}
      - {id: base, type: u2, doc: Value without bonuses in tenths of a point.}
      - {id: lock, type: u1, enum: 'common::skill_lock', doc: The lock.}
  capped_skill_values:
    doc: 'All skills with caps; opens the skill window.'
    seq:
      - {id: skills, type: capped_skill_value, repeat: eos, -max: 256, doc: The skills.}
  capped_skill_value:
    doc: One skill with cap.
    seq:
      - {id: skill, type: u2, doc: 'Skill id, from 0.'}
      - {id: value, type: u2, doc: Value with bonuses in tenths of a point.}
      - {id: base, type: u2, doc: Value without bonuses in tenths of a point.}
      - {id: lock, type: u1, enum: 'common::skill_lock', doc: The lock.}
      - {id: cap, type: u2, doc: Cap in tenths of a point.}
  skill_names:
    doc: Names of all skills.
    seq:
      - {id: num_names, type: u2, doc: Number of names.}
      - {id: names, type: skill_name, repeat: expr, repeat-expr: num_names, doc: 'The names, by skill id.'}
  skill_name:
    doc: Name of one skill.
    seq:
      - {id: has_button, type: u1, doc: 1 when the skill is used by a button.}
      - {id: len_name, type: u1, doc: Length of the name in bytes.}
      - {id: name, type: str, size: len_name, doc: The name.}
  buff:
    doc: Adds or removes a buff icon of the player.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The player.}
      - {id: icon, type: u2, doc: Number of the icon.}
      - {id: num_entries, type: u2, -rand: [0, 1], doc: '1 adds, 0 removes.'}
      - {id: entries, type: buff_entry, repeat: expr, repeat-expr: num_entries, -max: 16, doc: What the icon tells.}
      - {id: unknown, contents: [0x00, 0x00, 0x00, 0x00], if: 'num_entries == 0', doc: Trailer of a removal.}
  buff_entry:
    doc: Texts and time of a buff icon.
    seq:
      - {id: source_type, type: u2, -default: 0, doc: 0 or 1.}
      - {id: unknown1, type: u2, -default: 0, doc: Unused.}
      - {id: icon, type: u2, doc: Number of the icon.}
      - {id: queue_index, type: u2, -default: 1, doc: Usually 1.}
      - {id: unknown2, type: u4, -default: 0, doc: Unused.}
      - {id: seconds, type: u2, doc: 'Time left in seconds, 0 without a timer.'}
      - {id: unknown3, size: 3, -default: 0, doc: Unused.}
      - {id: title_cliloc, type: u4, doc: Text of the title.}
      - {id: secondary_cliloc, type: u4, doc: Text of the description.}
      - {id: third_cliloc, type: u4, -default: 0, doc: 'A further text, 0 for none.'}
      - {id: has_arguments, type: u2, -rand: [0, 1], doc: 1 when arguments follow.}
      - {id: unknown4, type: u2, -default: 0, doc: Unused.}
      - {id: arguments, type: strz, encoding: UTF-16LE, if: 'has_arguments != 0', doc: Arguments of the description after a leading tab.}
      - {id: unknown5, type: u2, -default: 1, if: 'has_arguments != 0', doc: Usually 1.}
      - {id: unknown6, type: u2, -default: 0, doc: Unused.}
