meta:
  id: command
  endian: be
  encoding: ASCII
  imports: [common]
doc: 'Requests that carry a command: text commands (0x12) and encoded commands (0xD7).'
seq: []
types:
  text_command:
    doc: 'A command as text: use a skill, cast a spell, open a door.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - id: kind
        type: u1
        -rand: [0x24, 0x27, 0x43, 0x56, 0x58, 0xc7, 0xf4]
        doc: '0x24 skill, 0x27 spell from a book, 0x43 open spellbook, 0x56 spell, 0x58 open door, 0xC7 emote, 0xF4 virtue.'
      - {id: text, type: strz, eos-error: false, -max: 256, doc: Argument of the command.}
  encoded_command:
    doc: A command of the client with typed arguments.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The player.}
      - {id: sub, type: u2, -rand: [0x02, 0x05, 0x06, 0x0c, 0x0d, 0x12, 0x13, 0x14, 0x19, 0x1a, 0x1e, 0x28, 0x32], doc: Which command.}
      - id: body
        type:
          switch-on: sub
          cases:
            0x02: house_backup
            0x03: house_restore
            0x04: house_commit
            0x05: house_tile_removal
            0x06: house_tile_addition
            0x0a: house_design_response
            0x0c: house_leave
            0x0d: house_stairs_addition
            0x0e: house_sync
            0x10: house_clear
            0x12: house_floor
            0x13: house_roof_addition
            0x14: house_roof_removal
            0x19: weapon_ability
            0x1a: house_revert
            0x1e: equip_last_weapon
            0x28: guild_button
            0x32: quest_button
            _: 'common::raw_body'
        doc: Arguments of the command.
  house_backup:
    doc: Keeps a copy of the design.
    seq:
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  house_restore:
    doc: Goes back to the kept copy.
    seq:
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  house_commit:
    doc: Makes the design the house.
    seq:
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  house_design_response:
    doc: Tells that the design packet was read.
    seq:
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  house_leave:
    doc: Ends the customising.
    seq:
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  house_sync:
    doc: Asks for the present design.
    seq:
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  house_clear:
    doc: Removes all tiles.
    seq:
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  house_revert:
    doc: Goes back to the committed design.
    seq:
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  equip_last_weapon:
    doc: Wears the last weapon again.
    seq:
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  guild_button:
    doc: The player pressed the guild button.
    seq:
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  quest_button:
    doc: The player pressed the quest button.
    seq:
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0.'}
  house_tile_removal:
    doc: Removes a tile.
    seq:
      - {id: graphic, type: encoded_int, doc: Item graphic.}
      - {id: x, type: encoded_int, doc: 'Offset from the house, x.'}
      - {id: y, type: encoded_int, doc: 'Offset from the house, y.'}
      - {id: z, type: encoded_int, doc: 'Offset from the house, z.'}
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  house_tile_addition:
    doc: Adds a tile on the present floor.
    seq:
      - {id: graphic, type: encoded_int, doc: Item graphic.}
      - {id: x, type: encoded_int, doc: 'Offset from the house, x.'}
      - {id: y, type: encoded_int, doc: 'Offset from the house, y.'}
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  house_stairs_addition:
    doc: Adds stairs.
    seq:
      - {id: graphic, type: encoded_int, doc: Id of the stairs multi.}
      - {id: x, type: encoded_int, doc: 'Offset from the house, x.'}
      - {id: y, type: encoded_int, doc: 'Offset from the house, y.'}
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  house_roof_addition:
    doc: Adds a tile of the roof.
    seq:
      - {id: graphic, type: encoded_int, doc: Item graphic.}
      - {id: x, type: encoded_int, doc: 'Offset from the house, x.'}
      - {id: y, type: encoded_int, doc: 'Offset from the house, y.'}
      - {id: z, type: encoded_int, doc: 'Offset from the house, z.'}
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  house_roof_removal:
    doc: Removes a tile of the roof.
    seq:
      - {id: graphic, type: encoded_int, doc: Item graphic.}
      - {id: x, type: encoded_int, doc: 'Offset from the house, x.'}
      - {id: y, type: encoded_int, doc: 'Offset from the house, y.'}
      - {id: z, type: encoded_int, doc: 'Offset from the house, z.'}
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  house_floor:
    doc: Goes to a floor of the design.
    seq:
      - {id: floor, type: encoded_int, doc: 'Floor, 1 to 4.'}
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  weapon_ability:
    doc: Arms a weapon ability.
    seq:
      - {id: ability, type: encoded_int, doc: 'The ability, 0 for none.'}
      - {id: end, size-eos: true, -default: 0, -max: 8, doc: 'End mark, 0x0A.'}
  encoded_int:
    doc: 'One typed argument: an integer.'
    seq:
      - {id: tag, type: u1, -default: 0, doc: 0 for an integer.}
      - {id: value, type: s4, doc: The integer.}
  encoded_command_reply:
    doc: 'Encoded command of the server; unused.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 8192, doc: Contents in an undescribed layout.}
