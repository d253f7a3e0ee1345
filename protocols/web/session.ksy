meta:
  id: session
  endian: le
  encoding: UTF-8
doc: 'Messages from the first byte to the entry into the world, and those that keep a link alive.'
seq: []
enums:
  refusal_reason:
    0: other
    1: version
    2: bad_message
    3: too_fast
    4: bad_credentials
    5: locked
    6: busy
    7: banned
    8: malformed_name
    9: name_taken
    10: accounts_closed
    11: too_many_accounts
    12: token_void
    13: no_such_character
    14: bad_character
    15: bad_character_name
    16: no_free_slot
    17: character_online
    18: character_in_world
    19: character_too_young
    20: displaced
    21: shard_stopped
    22: kicked
types:
  hello:
    doc: >-
      The first message of a client; nothing else may come before it, and its layout never changes. A client sends no more until it
      has the welcome.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: magic, contents: [0x47, 0x4d, 0x57, 0x42], doc: 'The letters GMWB.'}
      - {id: oldest, type: u1, doc: Oldest version of this protocol that the client speaks.}
      - {id: newest, type: u1, doc: Newest version of this protocol that the client speaks.}
      - {id: len_client, type: u1, doc: Length of the next field in bytes.}
      - {id: client, type: str, size: len_client, doc: 'Name and version of the client, for the log.'}
  welcome:
    doc: >-
      The answer to hello: the version that both sides speak from here on, the newest that both know. A shard that knows none of them
      answers refused, reason version. The layout never changes.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: version, type: u1, doc: Version of this protocol.}
      - {id: may_create_account, type: u1, doc: 1 when create_account is open to everybody.}
      - {id: len_shard_name, type: u1, doc: Length of the next field in bytes.}
      - {id: shard_name, type: str, size: len_shard_name, doc: Name of the shard.}
  login_request:
    doc: >-
      Logs in to an account; the same accounts as those of other clients. Answered by logged_in and character_list, or by refused.
      After five failures an account and an address have to wait for five minutes.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: len_name, type: u1, -max: 30, doc: Length of the next field in bytes.}
      - {id: name, type: str, size: len_name, doc: 'Name of the account: 1 to 30 printable ASCII characters, no blanks.'}
      - {id: len_password, type: u1, -max: 120, doc: Length of the next field in bytes.}
      - {id: password, type: str, size: len_password, doc: 'Password: 1 to 30 characters.'}
  create_account:
    doc: 'Makes an account and logs in to it. Fields and answers as of login_request; a name that exists is refused as name_taken.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: len_name, type: u1, -max: 30, doc: Length of the next field in bytes.}
      - {id: name, type: str, size: len_name, doc: 'Name of the account: 1 to 30 printable ASCII characters, no blanks.'}
      - {id: len_password, type: u1, -max: 120, doc: Length of the next field in bytes.}
      - {id: password, type: str, size: len_password, doc: 'Password: 1 to 30 characters.'}
  resume_request:
    doc: >-
      Logs in with the token of an earlier logged_in instead of a password: after a lost link, after a restart of the shard, until the
      token expires. Answered as login_request; a token that is no longer good is refused as token_void. enter_world may be sent
      right behind it, without awaiting the answer: that is the way back after a lost link.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: len_token, type: u1, doc: Length of the next field in bytes.}
      - {id: token, size: len_token, doc: The token.}
  logged_in:
    doc: The client is logged in. character_list follows.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: valid_seconds, type: u4, doc: 'How long the token is good, in seconds from now.'}
      - {id: len_name, type: u1, doc: Length of the next field in bytes.}
      - {id: name, type: str, size: len_name, doc: Name of the account as it is spelled.}
      - {id: len_token, type: u1, doc: Length of the next field in bytes.}
      - id: token
        size: len_token
        doc: >-
          Stands for the password in resume_request. It survives restarts of the shard, and is void when the password is changed. Keep
          it where no other page can read it.
  refused:
    doc: >-
      A wish was refused, or the session ends. What is refused to a person in the world comes as told instead, in words.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: reason, type: u1, enum: refusal_reason, doc: Why.}
      - {id: closing, type: u1, doc: '1 when the link is closed behind this message; 0 when the client may try something else.'}
      - {id: may_return, type: u1, doc: '1 when to connect again by itself makes sense, such as after shard_stopped.'}
      - {id: len_text, type: u1, doc: Length of the next field in bytes.}
      - {id: text, type: str, size: len_text, doc: 'A sentence for people, in English.'}
  character_list:
    doc: 'The characters of the account, after logged_in, after a deletion, and when a character has left the world.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: num_slots, type: u1, doc: Number of slots.}
      - {id: slots, type: character_slot, repeat: expr, repeat-expr: num_slots, doc: 'The slots; their number is what other messages call slot.'}
      - {id: num_cities, type: u1, doc: Number of places to begin.}
      - {id: cities, type: start_city, repeat: expr, repeat-expr: num_cities, doc: 'Where a new character may begin; their number is the city of create_character.'}
  staff_commands:
    doc: >-
      What a member of staff may say after a dot, after entered, for a client that offers it in a window. The shard looks again at each
      command whether it may be used. Since version 2.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: num_commands, type: u1, doc: Number of commands.}
      - {id: commands, type: staff_command, repeat: expr, repeat-expr: num_commands, doc: 'The commands, by name.'}
  staff_command:
    doc: One command of staff.
    seq:
      - {id: len_name, type: u1, doc: Length of the next field in bytes.}
      - {id: name, type: str, size: len_name, doc: Name.}
      - {id: len_usage, type: u1, doc: Length of the next field in bytes.}
      - {id: usage, type: str, size: len_usage, doc: 'What is said after it: <needed> and [optional].'}
      - {id: len_summary, type: u1, doc: Length of the next field in bytes.}
      - {id: summary, type: str, size: len_summary, doc: 'What it does, in English.'}
  character_slot:
    doc: One slot for a character.
    seq:
      - {id: serial, type: u4, doc: 'The character, 0 for a free slot.'}
      - {id: body, type: u2, doc: 'Its body, 0 for a free slot.'}
      - {id: hue, type: u2, doc: 'Its hue, 0 for a free slot.'}
      - {id: len_name, type: u1, doc: Length of the next field in bytes.}
      - {id: name, type: str, size: len_name, doc: Its name.}
  start_city:
    doc: A place where a new character may begin.
    seq:
      - {id: facet, type: u1, doc: The facet.}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: len_name, type: u1, doc: Length of the next field in bytes.}
      - {id: name, type: str, size: len_name, doc: Name of the town.}
      - {id: len_building, type: u1, doc: Length of the next field in bytes.}
      - {id: building, type: str, size: len_building, doc: Name of the house or square.}
  create_character:
    doc: >-
      Makes a character and enters the world with it. Looks that the table of creation does not offer are replaced by some that it
      does. Answered as enter_world.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: slot, type: u1, doc: 'The slot; if it is taken, the first free one.'}
      - {id: len_name, type: u1, -max: 120, doc: Length of the next field in bytes.}
      - {id: name, type: str, size: len_name, doc: 'Name: letters, one blank, hyphen or apostrophe between them.'}
      - {id: race, type: u1, doc: '0 human, 1 elf, 2 gargoyle.'}
      - {id: female, type: u1, doc: 1 for a woman.}
      - {id: city, type: u1, doc: Number of the place in character_list.}
      - {id: strength, type: u1, doc: '10 to 60; the three together at most 90.'}
      - {id: dexterity, type: u1, doc: 10 to 60.}
      - {id: intelligence, type: u1, doc: 10 to 60.}
      - {id: num_skills, type: u1, -max: 4, doc: Number of skills.}
      - {id: skills, type: start_skill, repeat: expr, repeat-expr: num_skills, doc: 'Different ones, 120 points together at most.'}
      - {id: skin_hue, type: u2, doc: Hue of the skin.}
      - {id: hair, type: u2, doc: 'Graphic of the hair, 0 for none.'}
      - {id: hair_hue, type: u2, doc: Hue of the hair.}
      - {id: beard, type: u2, doc: 'Graphic of the beard, 0 for none.'}
      - {id: beard_hue, type: u2, doc: Hue of the beard.}
      - {id: shirt_hue, type: u2, doc: Hue of the shirt.}
      - {id: pants_hue, type: u2, doc: Hue of the trousers or skirt.}
  start_skill:
    doc: A skill that a new character begins with.
    seq:
      - {id: skill, type: u1, doc: Number of the skill.}
      - {id: points, type: u1, doc: 0 to 50.}
  delete_character:
    doc: 'Deletes a character. Answered by character_list, or by refused.'
    seq:
      - {id: slot, type: u1, doc: The slot.}
  enter_world:
    doc: >-
      Enters the world with a character. Answered by entered and what is around, or by refused. A character that another session of the
      account plays is taken over, and the other session ends as displaced.
    seq:
      - {id: slot, type: u1, doc: The slot.}
  leave_world:
    doc: >-
      Leaves the world at once; the session goes on. Answered by character_list. A link that is merely lost leaves the character
      standing there for two minutes, unless the shard says otherwise.
    seq: []
  ping:
    doc: 'Asks for pong: to measure the way and to keep the link alive. A link that is silent for minutes is closed.'
    seq:
      - {id: stamp, type: u4, doc: Whatever the client likes.}
  pong:
    doc: 'The answer to ping, sent at once.'
    seq:
      - {id: stamp, type: u4, doc: As it came.}
      - {id: world_ms, type: f8, doc: 'World time in milliseconds; it stands still while the shard is down.'}
