meta:
  id: session
  endian: be
  encoding: ASCII
doc: 'Packets of the connection and of its extensions: login, keep-alive, extension handshake, rank, end.'
seq: []
types:
  login_request:
    doc: Opens a connection with a name and a key.
    seq:
      - {id: protocol, type: u1, -default: 7, doc: 'Version of the protocol, 7 in 0.30.'}
      - {id: username, type: str, size: 64, pad-right: 0x20, doc: 'Name of the player.'}
      - {id: key, type: str, size: 64, pad-right: 0x20, doc: 'Proof that the name is its own: MD5 of salt and name, in hexadecimal.'}
      - {id: extension_magic, type: u1, -default: 0, doc: '0x42 when the client knows the extension protocol.'}
  login_reply:
    doc: Lets the player in and names the server; also sent before each further level.
    seq:
      - {id: protocol, type: u1, -default: 7, doc: 'Version of the protocol.'}
      - {id: server_name, type: str, size: 64, pad-right: 0x20, doc: 'Name of the server.'}
      - {id: motd, type: str, size: 64, pad-right: 0x20, doc: 'Message of the day.'}
      - {id: user_type, type: u1, doc: '100 for an operator, else 0.'}
  ping:
    doc: Asks nothing; a client that is gone is noticed by it.
    seq: []
  user_type_change:
    doc: Tells the player whether it is an operator.
    seq:
      - {id: user_type, type: u1, doc: '100 for an operator, else 0.'}
  disconnect:
    doc: Ends the connection with a reason for people.
    seq:
      - {id: reason, type: str, size: 64, pad-right: 0x20, doc: 'Shown to the player.'}
  client_extensions:
    doc: Names the client and says how many extensions it lists next.
    seq:
      - {id: app_name, type: str, size: 64, pad-right: 0x20, doc: 'Name of the client software.'}
      - {id: count, type: u2, doc: 'Extension entries that follow.'}
  client_extension_entry:
    doc: One extension that the client knows.
    seq:
      - {id: name, type: str, size: 64, pad-right: 0x20, doc: 'Name of the extension.'}
      - {id: version, type: u4, doc: 'Its version.'}
  server_extensions:
    doc: Names the server software and says how many extensions it lists next.
    seq:
      - {id: app_name, type: str, size: 64, pad-right: 0x20, doc: 'Name of the server software.'}
      - {id: count, type: u2, doc: 'Extension entries that follow.'}
  server_extension_entry:
    doc: One extension that the server knows.
    seq:
      - {id: name, type: str, size: 64, pad-right: 0x20, doc: 'Name of the extension.'}
      - {id: version, type: u4, doc: 'Its version.'}
  client_two_way_ping:
    doc: 'Measures the way there and back (TwoWayPing).'
    seq:
      - {id: is_reply, type: u1, doc: '0 asks the server, 1 answers it.'}
      - {id: token, type: u2, doc: 'Whatever the one who asked chose.'}
  server_two_way_ping:
    doc: 'Measures the way there and back (TwoWayPing).'
    seq:
      - {id: is_question, type: u1, doc: '1 asks the client, 0 answers it.'}
      - {id: token, type: u2, doc: 'Whatever the one who asked chose.'}
