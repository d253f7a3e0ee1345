meta:
  id: trade
  endian: be
  encoding: ASCII
  imports: [common]
doc: Packets of vendors and of trade between players.
seq: []
types:
  buy_list:
    doc: Prices and names of what a vendor sells.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: container, type: u4, doc: Shop container of the vendor.}
      - {id: num_entries, type: u1, doc: Number of entries.}
      - {id: entries, type: buy_entry, repeat: expr, repeat-expr: num_entries, doc: Prices in the reverse order of the contents packet.}
  buy_entry:
    doc: One price of a vendor.
    seq:
      - {id: price, type: u4, doc: Price in gold.}
      - {id: len_name, type: u1, doc: 'Length of the name in bytes, its zero byte counted.'}
      - {id: name, type: strz, size: len_name, doc: 'Name, or the digits of a cliloc number.'}
  buy_request:
    doc: What the player buys.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: vendor, type: u4, doc: The vendor.}
      - {id: mode, type: u1, doc: '0 nothing, 2 items follow.'}
      - {id: items, type: bought_item, repeat: eos, -max: 512, doc: The items.}
  bought_item:
    doc: One bought item.
    seq:
      - {id: layer, type: u1, -default: 0x1a, doc: Layer of the shop container.}
      - {id: serial, type: u4, doc: The item.}
      - {id: amount, type: u2, doc: Wanted amount.}
  close_vendor:
    doc: Closes the buy window.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: vendor, type: u4, doc: The vendor.}
      - {id: unknown, type: u1, -default: 0, doc: Unused.}
  sell_list:
    doc: What a vendor would buy of the player.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: vendor, type: u4, doc: The vendor.}
      - {id: num_items, type: u2, doc: Number of items.}
      - {id: items, type: sell_entry, repeat: expr, repeat-expr: num_items, doc: The items.}
  sell_entry:
    doc: One item that a vendor would buy.
    seq:
      - {id: serial, type: u4, doc: The item.}
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: hue, type: u2, doc: Hue.}
      - {id: amount, type: u2, doc: Amount.}
      - {id: price, type: u2, doc: Price of one in gold.}
      - {id: len_name, type: u2, doc: Length of the name in bytes.}
      - {id: name, type: str, size: len_name, doc: Name.}
  sell_request:
    doc: What the player sells.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: vendor, type: u4, doc: The vendor.}
      - {id: num_items, type: u2, doc: Number of items.}
      - {id: items, type: sold_item, repeat: expr, repeat-expr: num_items, -max: 512, doc: The items.}
  sold_item:
    doc: One sold item.
    seq:
      - {id: serial, type: u4, doc: The item.}
      - {id: amount, type: u2, doc: Amount.}
  secure_trade:
    doc: 'Opens, changes or ends a trade between two players.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: action, type: u1, -rand: [0, 1, 2, 3, 4], doc: '0 open, 1 close, 2 acceptance, 3 offer of the other, 4 own balance.'}
      - {id: serial, type: u4, doc: 'The partner when opening, else the container of the player.'}
      - id: body
        type:
          switch-on: action
          cases:
            0: trade_opening
            1: trade_closing
            2: trade_acceptance
            3: trade_gold
            4: trade_gold
            _: 'common::raw_body'
        doc: What the action tells.
  trade_opening:
    doc: Containers and partner of a new trade.
    seq:
      - {id: own_container, type: u4, doc: Container of the player.}
      - {id: other_container, type: u4, doc: Container of the partner.}
      - {id: has_name, type: u1, -default: 1, doc: 1 when a name follows.}
      - {id: name, type: strz, size: 30, doc: Name of the partner.}
  trade_closing:
    doc: Padding of an end of a trade.
    seq:
      - {id: unknown, size: 9, -default: 0, doc: Unused.}
  trade_acceptance:
    doc: Who has accepted.
    seq:
      - {id: own, type: u4, doc: 1 when the player has accepted.}
      - {id: other, type: u4, doc: 1 when the partner has accepted.}
      - {id: unknown, type: u1, -default: 0, doc: Unused.}
  trade_gold:
    doc: Gold and platinum.
    seq:
      - {id: gold, type: u4, doc: Gold.}
      - {id: platinum, type: u4, doc: 'Platinum; one is a thousand million gold.'}
      - {id: unknown, type: u1, -default: 0, doc: Unused.}
  trade_request:
    doc: What the player does in a trade.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: action, type: u1, -rand: [1, 2, 3], doc: '1 cancel, 2 acceptance, 3 offer of gold.'}
      - {id: container, type: u4, doc: Container of the player.}
      - id: body
        type:
          switch-on: action
          cases:
            2: trade_acceptance_request
            3: trade_gold_request
            _: 'common::raw_body'
        doc: What the action tells.
  trade_acceptance_request:
    doc: Accepts or takes back.
    seq:
      - {id: accepted, type: u4, doc: '1 accepted, 0 not.'}
      - {id: unknown, size-eos: true, -default: 0, -max: 16, doc: Padding of some clients.}
  trade_gold_request:
    doc: Offers gold.
    seq:
      - {id: gold, type: u4, doc: Gold.}
      - {id: platinum, type: u4, doc: Platinum.}
      - {id: unknown, size-eos: true, -default: 0, -max: 16, doc: Padding of some clients.}
