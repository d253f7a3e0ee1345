meta:
  id: general
  endian: be
  encoding: ASCII
  imports: [common]
doc: The general packet 0xBF and its subcommands.
seq: []
types:
  general_request:
    doc: A subcommand of the client.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - id: sub
        type: u2
        -rand: [0x05, 0x06, 0x07, 0x09, 0x0a, 0x0b, 0x0c, 0x0e, 0x0f, 0x10, 0x13, 0x15, 0x1a, 0x1c, 0x1e, 0x24, 0x2a, 0x2c, 0x2d, 0x2e, 0x2f, 0x30, 0x32, 0x33, 0x7777]
        doc: Which subcommand.
      - id: body
        type:
          switch-on: sub
          cases:
            0x05: screen_size
            0x06: party_request
            0x07: quest_arrow_click
            0x09: disarm_request
            0x0a: stun_request
            0x0b: client_language
            0x0c: status_bar_closed
            0x0e: client_animation
            0x0f: client_flags
            0x10: old_property_request
            0x13: context_menu_request
            0x15: context_menu_choice
            0x1a: stat_lock_request
            0x1c: cast_request
            0x1e: house_design_request
            0x24: client_pulse
            0x2a: race_change_response
            0x2c: targeted_item_use
            0x2d: targeted_cast
            0x2e: targeted_skill
            0x2f: house_menu_request
            0x30: targeted_resource
            0x32: flight_toggle
            0x33: boat_steering
            _: 'common::raw_body'
        doc: Contents of the subcommand.
  screen_size:
    doc: Size of the game window.
    seq:
      - {id: width, type: u4, doc: Width in pixels.}
      - {id: height, type: u4, doc: Height in pixels.}
  quest_arrow_click:
    doc: The player clicked the quest arrow.
    seq:
      - {id: right_click, type: u1, doc: 1 for the right button.}
  disarm_request:
    doc: Wishes to disarm in wrestling.
    seq: []
  stun_request:
    doc: Wishes to stun in wrestling.
    seq: []
  client_language:
    doc: Language of the client.
    seq:
      - {id: language, type: strz, eos-error: false, -max: 16, doc: Three letters.}
  status_bar_closed:
    doc: The player closed a health bar.
    seq:
      - {id: serial, type: u4, doc: The mobile.}
  client_animation:
    doc: Animation of the 3D client.
    seq:
      - {id: action, type: u4, doc: The animation.}
  client_flags:
    doc: 'Client type; sent at login.'
    seq:
      - {id: unknown, type: u1, -default: 0x0a, doc: Usually 0x0A.}
      - {id: flags, type: u4, doc: Facets and features of the client installation.}
  old_property_request:
    doc: 'Asks for a property list; clients before 5.0.9.0.'
    seq:
      - {id: serial, type: u4, doc: The object.}
  context_menu_request:
    doc: Asks for a context menu.
    seq:
      - {id: serial, type: u4, doc: The object.}
  context_menu_choice:
    doc: Choice in a context menu.
    seq:
      - {id: serial, type: u4, doc: The object.}
      - {id: index, type: u2, doc: Index of the entry.}
  stat_lock_request:
    doc: Sets the lock of an attribute.
    seq:
      - {id: stat, type: u1, doc: '0 strength, 1 dexterity, 2 intelligence.'}
      - {id: lock, type: u1, enum: 'common::skill_lock', doc: The lock.}
  cast_request:
    doc: 'Casts a spell; clients from 6.0.14.2.'
    seq:
      - {id: kind, type: u2, -rand: [1, 2], doc: '1 from a book, else without.'}
      - {id: book, type: u4, if: 'kind == 1', doc: 'The spellbook, or 0.'}
      - {id: spell, type: u2, doc: 'Number of the spell, from 1.'}
  house_design_request:
    doc: Asks for the design of a house.
    seq:
      - {id: house, type: u4, doc: The house.}
  client_pulse:
    doc: Periodic message of clients with Samurai Empire.
    seq:
      - {id: data, size-eos: true, -max: 256, doc: Contents in an undescribed layout.}
  race_change_response:
    doc: Looks of the new race.
    seq:
      - {id: choice, type: race_choice, if: not _io.eof, -presence: choice, doc: 'The looks; absent when cancelled.'}
  race_choice:
    doc: Looks of a new race.
    seq:
      - {id: skin_hue, type: u2, doc: Hue of the skin.}
      - {id: hair, type: u2, doc: 'Item graphic of the hair, 0 for none.'}
      - {id: hair_hue, type: u2, doc: Hue of the hair.}
      - {id: beard, type: u2, doc: 'Item graphic of the beard, 0 for none.'}
      - {id: beard_hue, type: u2, doc: Hue of the beard.}
  targeted_item_use:
    doc: Uses an item on a target.
    seq:
      - {id: item, type: u4, doc: The item.}
      - {id: target, type: u4, doc: The target.}
  targeted_cast:
    doc: Casts a spell at a target.
    seq:
      - {id: spell, type: u2, doc: 'Number of the spell, from 1.'}
      - {id: target, type: u4, doc: The target.}
  targeted_skill:
    doc: Uses a skill on a target.
    seq:
      - {id: skill, type: u2, doc: Skill id.}
      - {id: target, type: u4, doc: The target.}
  house_menu_request:
    doc: House menu of Kingdom Reborn.
    seq:
      - {id: house, type: u4, doc: The house.}
      - {id: entry, type: u1, doc: Chosen entry.}
  targeted_resource:
    doc: Uses a tool on a kind of resource.
    seq:
      - {id: tool, type: u4, doc: The tool.}
      - {id: resource, type: u2, doc: '0 ore, 1 sand, 2 wood, 3 graves, 4 red mushrooms.'}
  flight_toggle:
    doc: Starts or ends gargoyle flight.
    seq:
      - {id: unknown1, type: u2, -default: 1, doc: Usually 1.}
      - {id: unknown2, type: u4, -default: 0, doc: Usually 0.}
  boat_steering:
    doc: Steers a boat with the mouse.
    seq:
      - {id: serial, type: u4, doc: The player.}
      - {id: facing, type: u1, enum: 'common::direction', doc: Where the mouse points.}
      - {id: direction, type: u1, enum: 'common::direction', doc: Where the boat shall go.}
      - {id: speed, type: u1, doc: '0 stop, 1 slow, 2 fast.'}
  party_request:
    doc: A subcommand of the party.
    seq:
      - {id: code, type: u1, -rand: [1, 2, 3, 4, 6, 8, 9], doc: Which one.}
      - id: body
        type:
          switch-on: code
          cases:
            1: party_addition
            2: party_removal
            3: party_private_message
            4: party_public_message
            6: party_loot_permission
            8: party_acceptance
            9: party_refusal
            _: 'common::raw_body'
        doc: Contents.
  party_addition:
    doc: 'Wishes to add a member; answered by a target cursor.'
    seq:
      - {id: serial, type: u4, -default: 0, doc: Usually 0.}
  party_removal:
    doc: Wishes to remove a member.
    seq:
      - {id: serial, type: u4, doc: 'The member, oneself to leave, 0 for a target cursor.'}
  party_private_message:
    doc: Tells one member.
    seq:
      - {id: serial, type: u4, doc: The member.}
      - {id: text, type: strz, encoding: UTF-16BE, eos-error: false, -max: 2048, doc: The text.}
  party_public_message:
    doc: Tells the whole party.
    seq:
      - {id: text, type: strz, encoding: UTF-16BE, eos-error: false, -max: 2048, doc: The text.}
  party_loot_permission:
    doc: Allows or forbids the party to loot the own corpse.
    seq:
      - {id: allowed, type: u1, doc: 1 allows.}
  party_acceptance:
    doc: Accepts an invitation.
    seq:
      - {id: leader, type: u4, doc: Who invited.}
  party_refusal:
    doc: Refuses an invitation.
    seq:
      - {id: leader, type: u4, doc: Who invited.}
  general_information:
    doc: A subcommand of the server.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - id: sub
        type: u2
        -rand: [0x01, 0x02, 0x04, 0x06, 0x08, 0x0c, 0x10, 0x14, 0x16, 0x17, 0x18, 0x19, 0x1b, 0x1d, 0x20, 0x21, 0x22, 0x25, 0x26, 0x2a, 0x2b, 0x7777]
        doc: Which subcommand.
      - id: body
        type:
          switch-on: sub
          cases:
            0x01: fastwalk_keys
            0x02: fastwalk_key
            0x04: close_gump
            0x06: party_information
            0x08: map_change
            0x0c: close_status_bar
            0x10: equipment_information
            0x14: context_menu
            0x16: close_window
            0x17: codex_of_wisdom
            0x18: map_patches
            0x19: extended_stats
            0x1b: spellbook_contents
            0x1d: house_revision
            0x20: house_customising
            0x21: clear_weapon_ability
            0x22: old_damage
            0x25: spell_icon
            0x26: speed_mode
            0x2a: race_change
            0x2b: freeze_animation
            _: 'common::raw_body'
        doc: Contents of the subcommand.
  fastwalk_keys:
    doc: First keys of the fast-walk stack.
    seq:
      - {id: keys, type: u4, repeat: expr, repeat-expr: 6, doc: 'The keys; clients keep 5.'}
  fastwalk_key:
    doc: One more key of the fast-walk stack.
    seq:
      - {id: key, type: u4, doc: The key.}
  close_gump:
    doc: 'Closes a gump; the client answers with the button.'
    seq:
      - {id: gump_id, type: u4, doc: Kind of gump.}
      - {id: button, type: u4, -default: 0, doc: 'Button of the answer, 0 for a plain close.'}
  map_change:
    doc: Sets the facet.
    seq:
      - {id: map, type: u1, doc: Facet index.}
  close_status_bar:
    doc: Closes a health bar.
    seq:
      - {id: serial, type: u4, doc: The mobile.}
  equipment_information:
    doc: Name and attributes of an item on a single click.
    seq:
      - {id: serial, type: u4, doc: The item.}
      - {id: name_cliloc, type: u4, doc: Name.}
      - id: attributes
        type: equipment_attribute
        repeat: until
        repeat-until: '_.cliloc == 0xffffffff'
        -sentinel: '{cliloc: 0xffffffff}'
        -max: 64
        doc: 'Maker, unidentified mark and attributes, in this order.'
  equipment_attribute:
    doc: 'One attribute, or with the numbers 0xFFFFFFFD and 0xFFFFFFFC the maker and the unidentified mark.'
    seq:
      - id: cliloc
        type: u4
        -rand: [0xfffffffd, 0xfffffffc, 1000, 1001]
        doc: 'Text; 0xFFFFFFFD maker, 0xFFFFFFFC unidentified, 0xFFFFFFFF ends the list.'
      - {id: len_maker, type: u2, if: 'cliloc == 0xfffffffd', doc: 'Length of the maker''s name in bytes.'}
      - {id: maker, type: str, size: len_maker, if: 'cliloc == 0xfffffffd', doc: Name of the maker.}
      - {id: charges, type: s2, if: 'cliloc < 0xfffffffc', doc: 'Charges, or -1.'}
  context_menu:
    doc: Shows a context menu.
    seq:
      - {id: mode, type: u2, -rand: [1, 2], doc: '1 entries with short texts, 2 with full ones.'}
      - {id: serial, type: u4, doc: The object.}
      - {id: num_entries, type: u1, doc: Number of entries.}
      - {id: old_entries, type: context_entry_old, repeat: expr, repeat-expr: num_entries, if: 'mode == 1', doc: Entries of mode 1.}
      - {id: entries, type: context_entry, repeat: expr, repeat-expr: num_entries, if: 'mode != 1', doc: Entries of mode 2.}
  context_entry_old:
    doc: One entry of mode 1.
    seq:
      - {id: index, type: u2, doc: Index that the choice repeats.}
      - {id: cliloc_offset, type: u2, doc: 'Text, minus 3000000.'}
      - {id: flags, type: u2, -rand: [0, 1, 0x20, 0x40, 0x84], doc: '0x01 disabled, 0x02 arrow, 0x04 highlighted, 0x20 coloured.'}
      - {id: highlight, type: u2, if: '(flags & 0x84) != 0', doc: A number of highlighted entries.}
      - {id: unknown, type: u2, if: '(flags & 0x40) != 0', doc: A number of undescribed use.}
      - {id: hue, type: u2, if: '(flags & 0x20) != 0', doc: 'Colour, 15 bits.'}
  context_entry:
    doc: One entry of mode 2.
    seq:
      - {id: cliloc, type: u4, doc: Text.}
      - {id: index, type: u2, doc: Index that the choice repeats.}
      - {id: flags, type: u2, doc: '0x01 disabled, 0x02 arrow, 0x04 highlighted, 0x20 coloured.'}
  close_window:
    doc: Closes a window of the client.
    seq:
      - {id: window, type: u4, doc: '1 paperdoll, 2 status, 8 profile, 0x0C container.'}
      - {id: serial, type: u4, doc: The object.}
  codex_of_wisdom:
    doc: Shows a page of the codex.
    seq:
      - {id: unknown, type: u1, -default: 1, doc: Usually 1.}
      - {id: message, type: u4, doc: The page.}
      - {id: presentation, type: u1, doc: How it is shown.}
  map_patches:
    doc: Number of dif patches of each facet.
    seq:
      - {id: num_maps, type: u4, -max: 32, doc: Number of facets.}
      - {id: maps, type: map_patch, repeat: expr, repeat-expr: num_maps, doc: 'The patches, by facet.'}
  map_patch:
    doc: Number of dif patches of a facet.
    seq:
      - {id: map_patches, type: u4, doc: Number of map blocks.}
      - {id: static_patches, type: u4, doc: Number of blocks of statics.}
  extended_stats:
    doc: Further state of a mobile.
    seq:
      - {id: kind, type: u1, -rand: [0, 2, 5], doc: '0 bonded pet, 2 attribute locks, 5 locks or frozen animation.'}
      - {id: serial, type: u4, doc: The mobile.}
      - id: body
        type:
          switch-on: kind
          cases:
            0: bonded_status
            2: stat_locks
            5: frozen_status
            _: 'common::raw_body'
        doc: The state.
  bonded_status:
    doc: State of a bonded pet.
    seq:
      - {id: dead, type: u1, doc: 1 when it is dead.}
  stat_locks:
    doc: Locks of the attributes of the player.
    seq:
      - {id: unknown, type: u1, -default: 0, doc: Unused.}
      - {id: reserved, type: b2, -default: 0, doc: Unused.}
      - {id: strength, type: b2, doc: Lock of strength.}
      - {id: dexterity, type: b2, doc: Lock of dexterity.}
      - {id: intelligence, type: b2, doc: Lock of intelligence.}
  frozen_status:
    doc: 'Locks, or a frozen animation.'
    seq:
      - {id: unknown, type: u1, -default: 0, doc: Unused.}
      - {id: locks, type: u1, -rand: [0, 0xff], doc: 'Locks as in stat_locks, or 0xFF when an animation follows.'}
      - {id: animation, type: frozen_animation, if: 'locks == 0xff', doc: The animation.}
  frozen_animation:
    doc: A frozen animation.
    seq:
      - {id: status, type: u1, doc: State of the statue.}
      - {id: animation, type: u2, doc: Animation group.}
      - {id: frame, type: u2, doc: Frame.}
  spellbook_contents:
    doc: Spells of a spellbook.
    seq:
      - {id: unknown, type: u2, -default: 1, doc: Always 1.}
      - {id: book, type: u4, doc: The book.}
      - {id: graphic, type: u2, doc: Item graphic of the book.}
      - {id: first_spell, type: u2, doc: 'Number of the first spell plus 1 (1, 101, 201 and so on).'}
      - {id: spells, size: 8, doc: '64 bits, the first spell in bit 0 of the first byte.'}
  house_revision:
    doc: Revision of the design of a house.
    seq:
      - {id: house, type: u4, doc: The house.}
      - {id: revision, type: u4, doc: Revision.}
  house_customising:
    doc: Begins or ends the customising of a house.
    seq:
      - {id: house, type: u4, doc: The house.}
      - {id: action, type: u1, doc: '1 update, 2 remove, 3 move, 4 begin, 5 end.'}
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: x, type: u2, doc: 'Offset, x; 0xFFFF without a tile.'}
      - {id: y, type: u2, doc: 'Offset, y; 0xFFFF without a tile.'}
      - {id: z, type: s1, doc: 'Offset, z; -1 without a tile.'}
  clear_weapon_ability:
    doc: Clears the armed weapon ability.
    seq: []
  old_damage:
    doc: 'Damage number above a mobile; clients before 4.0.7a.'
    seq:
      - {id: unknown, type: u1, -default: 1, doc: Always 1.}
      - {id: serial, type: u4, doc: The mobile.}
      - {id: damage, type: u1, doc: Damage.}
  spell_icon:
    doc: Marks the icon of a spell.
    seq:
      - {id: spell, type: u2, doc: Number of the spell.}
      - {id: active, type: u1, doc: 1 marks it.}
  speed_mode:
    doc: Walking speed of the player.
    seq:
      - {id: mode, type: u1, doc: '0 normal, 1 mounted speed on foot, 2 walk only, 3 mounted speed and walk only.'}
  race_change:
    doc: Opens the window of a race change.
    seq:
      - {id: female, type: u1, doc: 1 for female.}
      - {id: race, type: u1, doc: '1 human, 2 elf, 3 gargoyle.'}
  freeze_animation:
    doc: Holds a mobile in a frame of an animation.
    seq:
      - {id: serial_low, type: u2, doc: Low 16 bits of the mobile.}
      - {id: animation, type: u1, doc: Animation group.}
      - {id: frame, type: u1, doc: Frame.}
  party_information:
    doc: A subcommand of the party.
    seq:
      - {id: code, type: u1, -rand: [1, 2, 3, 4, 7], doc: Which one.}
      - id: body
        type:
          switch-on: code
          cases:
            1: party_members
            2: party_member_removed
            3: party_message
            4: party_message
            7: party_invitation
            _: 'common::raw_body'
        doc: Contents.
  party_members:
    doc: 'All members, the leader first.'
    seq:
      - {id: num_members, type: u1, doc: Number of members.}
      - {id: members, type: u4, repeat: expr, repeat-expr: num_members, doc: The members.}
  party_member_removed:
    doc: 'A member left; fewer than two members end the party.'
    seq:
      - {id: num_members, type: u1, doc: Number of members left.}
      - {id: removed, type: u4, doc: Who left.}
      - {id: members, type: u4, repeat: expr, repeat-expr: num_members, doc: The members left.}
  party_message:
    doc: A message of a member.
    seq:
      - {id: serial, type: u4, doc: Who speaks.}
      - {id: text, type: strz, encoding: UTF-16BE, doc: The text.}
  party_invitation:
    doc: An invitation.
    seq:
      - {id: leader, type: u4, doc: Who invites.}
