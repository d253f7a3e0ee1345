meta:
  id: trades
  endian: le
  encoding: UTF-8
doc: >-
  Messages of trades between two people. A trade begins when one drops something on the other, or asks for it in a menu. Each has a box
  that holds what it offers: a container whose contents come as contained_item and gone, and into which one drops as into any other. Only
  clients of version 2 and later have them; others are told in words.
seq: []
types:
  trade_opened:
    doc: A trade has begun. Both boxes are open from here on, and empty.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: own, type: u4, doc: 'The box of the person''s own side; it names the trade in other messages.'}
      - {id: other, type: u4, doc: 'The box of the partner''s side, which is only looked at.'}
      - {id: partner, type: u4, doc: The partner.}
      - {id: len_name, type: u1, doc: Length of the next field in bytes.}
      - {id: name, type: str, size: len_name, doc: Name of the partner.}
  trade_marked:
    doc: 'Who has accepted what is offered. Any change of an offer takes both marks back. When both are set, the trade is done as soon as it is safe on disk.'
    seq:
      - {id: own, type: u4, doc: The trade.}
      - {id: accepted, type: u1, doc: 1 when the person has accepted.}
      - {id: other_accepted, type: u1, doc: 1 when the partner has.}
  trade_closed:
    doc: The trade is over and both boxes are gone. What each got is shown where it is now.
    seq:
      - {id: own, type: u4, doc: The trade.}
      - {id: completed, type: u1, doc: '1 when it was done, 0 when it was called off and all went back.'}
  trade_mark_request:
    doc: Accepts what is offered, or takes that back. Answered by trade_marked, or by told and trade_marked.
    seq:
      - {id: own, type: u4, doc: The trade.}
      - {id: accepted, type: u1, doc: 1 accepts.}
  trade_cancel_request:
    doc: Calls a trade off. Answered by trade_closed, or by told when it is being completed.
    seq:
      - {id: own, type: u4, doc: The trade.}
