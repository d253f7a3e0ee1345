meta:
  id: common
  endian: be
  encoding: ASCII
doc: Words and shapes that several packet families of the Ultima Online protocol share.
seq: []
enums:
  direction: {0: north, 1: north_east, 2: east, 3: south_east, 4: south, 5: south_west, 6: west, 7: north_west}
  notoriety:
    0: unknown
    1: innocent
    2: ally
    3: attackable
    4: criminal
    5: enemy
    6: murderer
    7: invulnerable
  layer:
    0x00: none
    0x01: one_handed
    0x02: two_handed
    0x03: shoes
    0x04: pants
    0x05: shirt
    0x06: helmet
    0x07: gloves
    0x08: ring
    0x09: talisman
    0x0a: neck
    0x0b: hair
    0x0c: waist
    0x0d: inner_torso
    0x0e: bracelet
    0x0f: face
    0x10: beard
    0x11: middle_torso
    0x12: earrings
    0x13: arms
    0x14: cloak
    0x15: backpack
    0x16: outer_torso
    0x17: outer_legs
    0x18: inner_legs
    0x19: mount
    0x1a: vendor_restocked
    0x1b: vendor_bought
    0x1c: vendor_sell
    0x1d: bank
    0x1e: special
    0x1f: trade
  speech_type:
    0: regular
    1: system
    2: emote
    6: label
    7: focus
    8: whisper
    9: yell
    10: spell
    13: guild
    14: alliance
    15: staff
  login_denial:
    0: unknown_account
    1: account_in_use
    2: account_blocked
    3: bad_credentials
    4: communication_problem
    5: concurrency_limit
    6: time_limit
    7: authentication_failure
    8: could_not_attach
    0xfe: idle
    0xff: bad_communication
  session_message_reason:
    0: wrong_password
    1: no_such_character
    2: character_exists
    3: could_not_attach
    4: could_not_attach_again
    5: other_character_online
    6: synchronisation_error
    7: idle_too_long
    8: server_down
    9: transfer_in_progress
    10: invalid_name
  deletion_result:
    0: bad_password
    1: no_such_character
    2: being_played
    3: too_young
    4: queued_for_backup
    5: bad_request
  lift_rejection:
    0: cannot_lift
    1: too_far
    2: out_of_sight
    3: belongs_to_another
    4: already_holding
    5: no_text
  target_kind: {0: object, 1: location}
  target_intent: {0: neutral, 1: harmful, 2: beneficial, 3: cancel}
  skill_lock: {0: up, 1: down, 2: locked}
  season: {0: spring, 1: summer, 2: autumn, 3: winter, 4: desolation}
  effect_type: {0: moving, 1: lightning, 2: fixed, 3: attached, 4: screen}
types:
  raw_body:
    doc: Bytes of a body whose shape is not described.
    seq:
      - {id: data, size-eos: true, doc: 'Everything up to the end of the packet.'}
  empty_body:
    doc: A body without any field.
    seq: []
