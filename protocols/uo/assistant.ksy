meta:
  id: assistant
  endian: be
  encoding: ASCII
  imports: [common]
doc: 'Packets of assistants, proxies and third-party extensions.'
seq: []
types:
  assistant_request:
    doc: A message of an assistant or of an open client.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: sub, type: u1, -rand: [0, 1, 0xff], doc: '0 party places, 1 guild places, 0xFF negotiation accepted.'}
      - id: body
        type:
          switch-on: sub
          cases:
            0x01: guild_places_request
            _: 'common::raw_body'
        doc: What it asks.
  guild_places_request:
    doc: Asks for guild mates.
    seq:
      - {id: with_places, type: u1, doc: 1 asks for places too.}
  assistant_information:
    doc: A message to an assistant or to an open client.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: sub, type: u1, -rand: [0, 1, 2, 0xfe], doc: '0 accepted, 1 party places, 2 guild places, 0xFE negotiation.'}
      - id: body
        type:
          switch-on: sub
          cases:
            0x01: party_places
            0x02: guild_places
            0xfe: assistant_negotiation
            _: 'common::raw_body'
        doc: What it tells.
  party_places:
    doc: Places of party members.
    seq:
      - id: members
        type: party_place
        repeat: until
        repeat-until: '_.serial == 0'
        -sentinel: '{serial: 0}'
        -max: 64
        doc: The members.
  party_place:
    doc: Place of one party member.
    seq:
      - {id: serial, type: u4, doc: 'The mobile; 0 ends the list.'}
      - {id: x, type: u2, if: 'serial != 0', doc: 'Tile, x.'}
      - {id: y, type: u2, if: 'serial != 0', doc: 'Tile, y.'}
      - {id: map, type: u1, if: 'serial != 0', doc: Facet index.}
  guild_places:
    doc: Places of guild mates.
    seq:
      - {id: with_places, type: u1, -rand: [0, 1], doc: 1 when places and hits are given.}
      - id: members
        type: guild_place(with_places)
        repeat: until
        repeat-until: '_.serial == 0'
        -sentinel: '{serial: 0}'
        -max: 512
        doc: The mates.
  guild_place:
    doc: Place of one guild mate.
    params: [{id: with_places, type: u1, doc: 1 when places and hits are given.}]
    seq:
      - {id: serial, type: u4, -rand: [1, 2, 0x3fffffff], doc: 'The mobile; 0 ends the list.'}
      - {id: x, type: u2, if: 'serial != 0 and with_places != 0', doc: 'Tile, x.'}
      - {id: y, type: u2, if: 'serial != 0 and with_places != 0', doc: 'Tile, y.'}
      - {id: map, type: u1, if: 'serial != 0 and with_places != 0', doc: Facet index.}
      - {id: hits, type: u1, if: 'serial != 0 and with_places != 0', doc: Hit points in percent.}
  assistant_negotiation:
    doc: Features that an assistant must not use.
    seq:
      - {id: features_high, type: u4, doc: Upper 32 bits of the forbidden features.}
      - {id: features_low, type: u4, doc: Lower 32 bits of the forbidden features.}
  assistant_version_request:
    doc: Asks for the version of an assistant.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: unknown, type: u4, -default: 0, doc: Number that the answer repeats.}
  assistant_version:
    doc: Version of an assistant.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: unknown, type: u4, doc: Number of the request.}
      - {id: version, type: strz, eos-error: false, -max: 256, doc: Version text.}
  time_sync_request:
    doc: 'Time probe of the Enhanced Client, or a status query of an old list server.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver < 0x06000600', doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, if: 'ver < 0x06000600', -max: 8192, doc: Contents of the query.}
      - {id: time, size: 8, if: 'ver >= 0x06000600', doc: Time of the client.}
  time_sync:
    doc: Time probe of the Enhanced Client.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver < 0x06000600', doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, if: 'ver < 0x06000600', -max: 8192, doc: Contents of the old form.}
      - {id: time, size: 8, if: 'ver >= 0x06000600', doc: Time of the server.}
  time_sync_reply:
    doc: Answer to a time probe of the Enhanced Client.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver < 0x07000900', doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, if: 'ver < 0x07000900', -max: 8192, doc: Contents of the old form.}
      - {id: times, size: 24, if: 'ver >= 0x07000900', doc: Three times of 8 bytes.}
  status_query:
    doc: 'Status query of a shard list, the first packet of its connection.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: sub, type: u1, doc: '0xFE compact, 0xFF extended.'}
      - {id: data, size-eos: true, -max: 64, doc: Further bytes.}
