meta:
  id: session
  endian: be
  encoding: ASCII
  imports: [common]
doc: 'Packets of the account and of the connection: login, relay, character list, creation, keep-alive, logout.'
seq: []
types:
  login_seed:
    doc: 'Opens the login connection and tells the client version; clients from 6.0.5.0.'
    seq:
      - {id: seed, type: u4, doc: 'Seed of the login cipher, any value but 0.'}
      - {id: major, type: u4, doc: Major number of the client version.}
      - {id: minor, type: u4, doc: Minor number of the client version.}
      - {id: revision, type: u4, doc: Revision number of the client version.}
      - {id: patch, type: u4, doc: Patch number of the client version.}
  account_login:
    doc: Logs in to the login server with an account name and password.
    seq:
      - {id: username, type: strz, size: 30, doc: Account name.}
      - {id: password, type: strz, size: 30, doc: Password in plain text.}
      - {id: next_key, type: u1, -default: 0xff, doc: 'Next login key, 0xFF in current clients.'}
  game_login:
    doc: Logs in to the game server with the key of the relay packet.
    seq:
      - {id: auth_key, type: u4, doc: The key that the relay packet handed out.}
      - {id: username, type: strz, size: 30, doc: Account name.}
      - {id: password, type: strz, size: 30, doc: Password in plain text.}
  select_server:
    doc: Chooses a shard of the server list.
    seq:
      - {id: index, type: u2, doc: 'Index of the chosen shard, as listed.'}
  select_character:
    doc: Enters the world with an existing character.
    seq:
      - {id: pattern, type: u4, -default: 0xedededed, doc: Always 0xEDEDEDED.}
      - {id: name, type: strz, size: 30, doc: Name of the character.}
      - {id: unknown1, size: 2, -default: 0, doc: Unused.}
      - {id: client_flags, type: u4, doc: Facets and features of the client installation.}
      - {id: unknown2, type: u4, -default: 0, doc: Unused.}
      - {id: login_count, type: u4, -default: 0, doc: How often this client logged in.}
      - {id: unknown3, size: 16, -default: 0, doc: Unused.}
      - {id: slot, type: u4, doc: 'Slot of the character in the character list, from 0.'}
      - {id: client_ip, type: u4, doc: Address of the client as it sees it.}
  skill_choice:
    doc: One starting skill of a new character.
    seq:
      - {id: skill, type: u1, doc: 'Skill id, from 0.'}
      - {id: value, type: u1, doc: Starting value in whole points.}
  create_character:
    doc: 'Creates a character; clients before 7.0.16.0.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: pattern1, type: u4, -default: 0xedededed, doc: Always 0xEDEDEDED.}
      - {id: pattern2, type: u4, -default: 0xffffffff, doc: Always 0xFFFFFFFF.}
      - {id: pattern3, type: u1, -default: 0, doc: Unused.}
      - {id: name, type: strz, size: 30, doc: Name of the character.}
      - {id: unknown1, type: u2, -default: 0, doc: Unused.}
      - {id: client_flags, type: u4, doc: Facets and features of the client installation.}
      - {id: unknown2, type: u4, -default: 1, doc: Usually 1.}
      - {id: login_count, type: u4, -default: 0, doc: How often this client logged in.}
      - {id: profession, type: u1, doc: 'Profession template, 0 for advanced.'}
      - {id: unknown3, size: 15, -default: 0, doc: Unused.}
      - {id: race_sex, type: u1, doc: Race and sex in the coding of the client version.}
      - {id: strength, type: u1, doc: Starting strength.}
      - {id: dexterity, type: u1, doc: Starting dexterity.}
      - {id: intelligence, type: u1, doc: Starting intelligence.}
      - id: skills
        type: skill_choice
        repeat: expr
        repeat-expr: 'ver >= 0x07001200 ? 4 : 3'
        doc: 'Starting skills: 3, or 4 in the 106-byte form.'
      - {id: skin_hue, type: u2, doc: Hue of the skin.}
      - {id: hair, type: u2, doc: 'Item graphic of the hair, 0 for none.'}
      - {id: hair_hue, type: u2, doc: Hue of the hair.}
      - {id: beard, type: u2, doc: 'Item graphic of the beard, 0 for none.'}
      - {id: beard_hue, type: u2, doc: Hue of the beard.}
      - {id: city, type: u2, doc: Index of the starting city in the character list.}
      - {id: slot, type: u4, doc: 'Slot of the new character, from 0.'}
      - {id: client_ip, type: u4, doc: Address of the client as it sees it.}
      - {id: shirt_hue, type: u2, doc: Hue of the shirt.}
      - {id: pants_hue, type: u2, doc: Hue of the trousers or skirt.}
  create_character_new:
    doc: 'Creates a character with four skills; clients from 7.0.16.0.'
    seq:
      - {id: pattern1, type: u4, -default: 0xedededed, doc: Always 0xEDEDEDED.}
      - {id: pattern2, type: u4, -default: 0xffffffff, doc: Always 0xFFFFFFFF.}
      - {id: pattern3, type: u1, -default: 0, doc: Unused.}
      - {id: name, type: strz, size: 30, doc: Name of the character.}
      - {id: unknown1, type: u2, -default: 0, doc: Unused.}
      - {id: client_flags, type: u4, doc: Facets and features of the client installation.}
      - {id: unknown2, type: u4, -default: 1, doc: Usually 1.}
      - {id: login_count, type: u4, -default: 0, doc: How often this client logged in.}
      - {id: profession, type: u1, doc: 'Profession template, 0 for advanced.'}
      - {id: unknown3, size: 15, -default: 0, doc: Unused.}
      - {id: race_sex, type: u1, doc: 'Race times 2 plus 1 for female: 2 human, 4 elf, 6 gargoyle; 0 and 1 also mean human.'}
      - {id: strength, type: u1, doc: Starting strength.}
      - {id: dexterity, type: u1, doc: Starting dexterity.}
      - {id: intelligence, type: u1, doc: Starting intelligence.}
      - {id: skills, type: skill_choice, repeat: expr, repeat-expr: 4, doc: Starting skills.}
      - {id: skin_hue, type: u2, doc: Hue of the skin.}
      - {id: hair, type: u2, doc: 'Item graphic of the hair, 0 for none.'}
      - {id: hair_hue, type: u2, doc: Hue of the hair.}
      - {id: beard, type: u2, doc: 'Item graphic of the beard, 0 for none.'}
      - {id: beard_hue, type: u2, doc: Hue of the beard.}
      - {id: city, type: u2, doc: Index of the starting city in the character list.}
      - {id: slot, type: u4, doc: 'Slot of the new character, from 0.'}
      - {id: client_ip, type: u4, doc: Address of the client as it sees it.}
      - {id: shirt_hue, type: u2, doc: Hue of the shirt.}
      - {id: pants_hue, type: u2, doc: Hue of the trousers or skirt.}
  create_character_enhanced:
    doc: 'Creates a character; the Enhanced Client.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: pattern, type: u4, -default: 0xedededed, doc: Always 0xEDEDEDED.}
      - {id: slot, type: u4, doc: 'Slot of the new character, from 0.'}
      - {id: name, type: strz, size: 30, doc: Name of the character.}
      - {id: unknown_name, type: strz, size: 30, -default: '', doc: A second text without use.}
      - {id: profession, type: u1, doc: 'Profession template, 0 for advanced.'}
      - {id: city, type: u1, doc: Index of the starting city in the character list.}
      - {id: sex, type: u1, doc: '0 male, 1 female.'}
      - {id: race, type: u1, doc: '1 human, 2 elf, 3 gargoyle.'}
      - {id: strength, type: u1, doc: Starting strength.}
      - {id: dexterity, type: u1, doc: Starting dexterity.}
      - {id: intelligence, type: u1, doc: Starting intelligence.}
      - {id: skin_hue, type: u2, doc: Hue of the skin.}
      - {id: unknown1, size: 8, -default: 0, doc: Unused.}
      - {id: skills, type: skill_choice, repeat: expr, repeat-expr: 4, doc: Starting skills.}
      - {id: unknown2, size: 25, -default: 0, doc: Unused.}
      - {id: hair_layer, type: u1, -default: 0x0b, doc: Layer of the hair.}
      - {id: hair_hue, type: u2, doc: Hue of the hair.}
      - {id: hair, type: u2, doc: 'Item graphic of the hair, 0 for none.'}
      - {id: pants_layer, type: u1, -default: 0x0c, doc: Layer of a garment that the client leaves empty.}
      - {id: pants_hue, type: u2, -default: 0, doc: Hue of that garment.}
      - {id: pants, type: u2, -default: 0, doc: Item graphic of that garment.}
      - {id: shirt_layer, type: u1, -default: 0x0d, doc: Layer of the shirt.}
      - {id: shirt_hue, type: u2, doc: Hue of the shirt.}
      - {id: shirt, type: u2, doc: Item graphic of the shirt.}
      - {id: face_layer, type: u1, -default: 0x0f, doc: Layer of the face.}
      - {id: face_hue, type: u2, doc: Hue of the face.}
      - {id: face, type: u2, doc: Item graphic of the face.}
      - {id: beard_layer, type: u1, -default: 0x10, doc: Layer of the beard.}
      - {id: beard_hue, type: u2, doc: Hue of the beard.}
      - {id: beard, type: u2, doc: 'Item graphic of the beard, 0 for none.'}
  delete_character:
    doc: Asks to delete a character.
    seq:
      - {id: password, type: strz, size: 30, -default: '', doc: 'Password, empty in current clients.'}
      - {id: slot, type: u4, doc: 'Slot of the character, from 0.'}
      - {id: client_ip, type: u4, doc: Address of the client as it sees it.}
  disconnect_notice:
    doc: 'Tells that the client is leaving; old clients.'
    seq:
      - {id: reason, type: u4, -default: 0xffffffff, doc: Always 0xFFFFFFFF.}
  client_version:
    doc: Tells the client version as text.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: version, type: strz, eos-error: false, doc: Version text such as 7.0.102.3 or 4.0.11c.}
  ping_request:
    doc: 'Keep-alive; the server echoes the number.'
    seq:
      - {id: sequence, type: u1, doc: Any number.}
  logout_request:
    doc: Asks for leave to log out.
    seq:
      - {id: unknown, type: u1, -default: 0, doc: Unused.}
  view_range_request:
    doc: Asks for a view range in tiles.
    seq:
      - {id: range, type: u1, doc: 'Wanted range, 5 to 24.'}
  client_type:
    doc: 'Tells which client family is connecting; Kingdom Reborn and Enhanced Client.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver >= 0x05000900', doc: Length of the whole packet in bytes.}
      - {id: unknown, type: u2, -default: 1, doc: Usually 1.}
      - {id: type, type: u4, if: 'ver >= 0x05000900', doc: '2 Kingdom Reborn, 3 Enhanced Client.'}
      - {id: unknown_old, size: 6, -default: 0, if: 'ver < 0x05000900', doc: Unused.}
  system_info:
    doc: 'Hardware data of the client, or a web identity of a browser proxy.'
    seq:
      - {id: data, size: 148, doc: 'Contents in the sender''s own layout.'}
  hardware_info:
    doc: Hardware data of the client.
    seq:
      - {id: data, size: 267, doc: 'Contents in the client''s own layout.'}
  account_id:
    doc: Account number exchange of the old messenger.
    seq:
      - {id: unknown1, type: u4, -default: 0, doc: Unused.}
      - {id: unknown2, type: u4, -default: 0, doc: Unused.}
  trip_time_request:
    doc: Round-trip probe of the client.
    seq:
      - {id: sequence, type: u1, doc: Number of the probe.}
      - {id: time, type: u4, doc: Time stamp of the client.}
  user_trip_time_request:
    doc: Round-trip probe that the user asked for.
    seq:
      - {id: sequence, type: u1, doc: Number of the probe.}
      - {id: time, type: u4, doc: Time stamp of the client.}
  igr_login:
    doc: 'Account login from an internet game room; legacy.'
    seq:
      - {id: username, type: strz, size: 30, doc: Account name.}
      - {id: password, type: strz, size: 30, doc: Password in plain text.}
      - {id: unknown, size: 17, -default: 0, doc: Unused.}
  configuration_file_upload:
    doc: Configuration file of the client.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 8192, doc: Contents of the file.}
  change_password:
    doc: 'Asks for another password; legacy.'
    seq:
      - {id: data, size: 68, doc: 'Contents in the old client''s layout.'}
  kr_encryption_reply:
    doc: Answer to the key exchange of Kingdom Reborn.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 8192, doc: Key material.}
  bug_report:
    doc: Bug report of the client.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 8192, doc: 'Contents in the client''s own layout.'}
  crash_report:
    doc: Crash report of the client.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: major, type: u1, doc: Major number of the client version.}
      - {id: minor, type: u1, doc: Minor number of the client version.}
      - {id: revision, type: u1, doc: Revision number of the client version.}
      - {id: patch, type: u1, doc: Patch number of the client version.}
      - {id: x, type: u2, doc: 'Tile of the character, x.'}
      - {id: y, type: u2, doc: 'Tile of the character, y.'}
      - {id: z, type: s1, doc: Height of the character.}
      - {id: map, type: u1, doc: Facet index.}
      - {id: account, type: strz, size: 32, doc: Account name.}
      - {id: character, type: strz, size: 32, doc: Name of the character.}
      - {id: address, type: strz, size: 15, doc: Address of the client as text.}
      - {id: unknown1, type: u4, -default: 0, doc: Unused.}
      - {id: exception_code, type: u4, doc: Exception code of the operating system.}
      - {id: process, type: strz, size: 100, doc: Name of the process.}
      - {id: report, type: strz, size: 100, doc: Text of the report.}
      - {id: unknown2, type: u1, -default: 0, doc: Unused.}
      - {id: exception_offset, type: u4, doc: Address of the exception.}
      - {id: details, size-eos: true, -max: 8192, doc: Stack or further data.}
  open_store:
    doc: The player pressed the store button.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver < 0x07004000', doc: Length of the whole packet in bytes.}
  server_list:
    doc: Shards that the account may choose from.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: system_info, type: u1, -default: 0x5d, doc: 'Flags; 0x5D normally.'}
      - {id: num_servers, type: u2, doc: Number of shards.}
      - {id: servers, type: server_entry, repeat: expr, repeat-expr: num_servers, doc: The shards.}
  server_entry:
    doc: One shard of the server list.
    seq:
      - {id: index, type: u2, doc: Index that the client echoes when it chooses.}
      - {id: name, type: strz, size: 32, doc: Name of the shard.}
      - {id: percent_full, type: u1, doc: 'How full the shard is, in percent.'}
      - {id: timezone, type: s1, doc: Offset from UTC in hours.}
      - {id: address, type: u4le, doc: IPv4 address with the last octet first.}
  relay:
    doc: Sends the client to the game server.
    seq:
      - {id: address, size: 4, doc: 'IPv4 address in natural order; all zero for the address it came from.'}
      - {id: port, type: u2, doc: TCP port.}
      - {id: auth_key, type: u4, doc: 'Seed and key of the game connection, not 0.'}
  login_denied:
    doc: Refuses a login on the login server.
    seq:
      - {id: reason, type: u1, enum: 'common::login_denial', doc: Why.}
  session_message:
    doc: 'Tells why a login, a character or a session is refused or ended.'
    seq:
      - {id: reason, type: u1, enum: 'common::session_message_reason', doc: Why.}
  delete_result:
    doc: Refuses a deletion of a character.
    seq:
      - {id: reason, type: u1, enum: 'common::deletion_result', doc: Why.}
  features:
    doc: Expansions and features of the account.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: flags_old, type: u2, if: 'ver < 0x06000e02', doc: Feature flags of clients before 6.0.14.2.}
      - {id: flags, type: u4, if: 'ver >= 0x06000e02', doc: Feature flags.}
  character_slot:
    doc: One slot of the character list.
    seq:
      - {id: name, type: strz, size: 30, doc: 'Name of the character, empty for a free slot.'}
      - {id: password, type: strz, size: 30, -default: '', doc: Unused password of the character.}
  character_list:
    doc: Characters of the account and starting cities.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: num_slots, type: u1, doc: 'Number of slots, 5 to 7.'}
      - {id: slots, type: character_slot, repeat: expr, repeat-expr: num_slots, doc: 'The slots; free ones have an empty name.'}
      - {id: num_cities, type: u1, doc: Number of starting cities.}
      - {id: cities, type: starting_city(ver), repeat: expr, repeat-expr: num_cities, doc: Cities that a new character may start in.}
      - {id: flags, type: u4, doc: Character-list flags.}
      - {id: last_slot, type: s2, if: 'ver >= 0x07000d00', doc: 'Slot that was played last, or -1.'}
  starting_city:
    doc: One starting city.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: index, type: u1, doc: Index that character creation names.}
      - {id: name, type: strz, size: 'ver >= 0x07000d00 ? 32 : 31', doc: Name of the city.}
      - {id: area, type: strz, size: 'ver >= 0x07000d00 ? 32 : 31', doc: Name of the building or area.}
      - {id: location, type: city_location, if: 'ver >= 0x07000d00', doc: 'Where it is; clients from 7.0.13.0.'}
  city_location:
    doc: Place and description of a starting city.
    seq:
      - {id: x, type: u4, doc: 'Tile, x.'}
      - {id: y, type: u4, doc: 'Tile, y.'}
      - {id: z, type: s4, doc: Height.}
      - {id: map, type: u4, doc: Facet index.}
      - {id: cliloc, type: u4, doc: Description text.}
      - {id: unknown, type: u4, -default: 0, doc: Unused.}
  character_list_update:
    doc: Characters of the account after a deletion.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: num_slots, type: u1, doc: Number of slots.}
      - {id: slots, type: character_slot, repeat: expr, repeat-expr: num_slots, doc: 'The slots; free ones have an empty name.'}
  change_character:
    doc: 'Characters of the account, for a change of character without a new login.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: num_slots, type: u1, doc: Number of slots.}
      - {id: unknown, type: u1, -default: 0, doc: Unused.}
      - {id: slots, type: character_slot, repeat: expr, repeat-expr: num_slots, doc: 'The slots; free ones have an empty name.'}
  version_request:
    doc: Asks for the client version.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
  ping_reply:
    doc: Answer to a keep-alive.
    seq:
      - {id: sequence, type: u1, doc: The number of the request.}
  logout_reply:
    doc: Answer to a wish to log out.
    seq:
      - {id: allowed, type: u1, doc: 1 when the client may leave.}
  view_range:
    doc: Grants a view range.
    seq:
      - {id: range, type: u1, doc: Range in tiles.}
  login_complete:
    doc: 'The world is ready; the client leaves the login screen.'
    seq: []
  kick:
    doc: Ends the session by hand of a staff member.
    seq:
      - {id: staff, type: u4, doc: Serial of the staff member.}
  pause:
    doc: 'Stops or resumes drawing and input; old clients.'
    seq:
      - {id: paused, type: u1, doc: '1 pauses, 0 resumes.'}
  login_delay:
    doc: 'Announces a delay of the login; clients from 7.0.104.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver < 0x07006800', doc: Length of the whole packet in bytes.}
      - {id: delay, type: u1, if: 'ver >= 0x07006800', doc: 'The message shows ten times this minus 10, up to ten times this.'}
  configuration_file_download:
    doc: Configuration file for the client.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 8192, doc: Contents of the file.}
  transfer_log:
    doc: Log of a character transfer.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 8192, doc: Contents in an undescribed layout.}
  account_id_reply:
    doc: Account number exchange of the old messenger.
    seq:
      - {id: unknown1, type: u4, -default: 0, doc: Unused.}
      - {id: unknown2, type: u4, -default: 0, doc: Unused.}
  user_trip_time:
    doc: Answer to a round-trip probe.
    seq:
      - {id: sequence, type: u1, doc: Number of the probe.}
      - {id: time, type: u4, doc: Time stamp of the probe.}
  queue_count:
    doc: Number of calls in the help queue.
    seq:
      - {id: data, size: 6, doc: Contents in an undescribed layout.}
  kr_encryption:
    doc: Key exchange of Kingdom Reborn.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver >= 0x06000103', doc: Length of the whole packet in bytes.}
      - {id: data_old, size: 76, -default: 0, if: 'ver < 0x06000103', doc: Unused.}
      - {id: data, size-eos: true, if: 'ver >= 0x06000103', -max: 8192, doc: Key material.}
  kr_seed:
    doc: Seed announcement of the Enhanced Client.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 8192, doc: Contents in an undescribed layout.}
