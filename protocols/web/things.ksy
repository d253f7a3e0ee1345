meta:
  id: things
  endian: le
  encoding: UTF-8
doc: >-
  Messages of items. An item is in one place: a message that shows it somewhere takes it away from where it was. A client that lifts or
  drops need not wait for the answer to show it, and puts things back when it is refused.
seq: []
enums:
  lift_refusal: {0: cannot_lift, 1: too_far, 2: out_of_sight, 3: belongs_to_another, 4: already_holding, 5: other}
types:
  ground_item:
    doc: An item lies on the ground.
    seq:
      - {id: serial, type: u4, doc: Serial.}
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: amount, type: u2, doc: 'How many, 1 at least.'}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: s1, doc: Height.}
      - {id: hue, type: u2, doc: 'Hue, 0 for none.'}
      - {id: light, type: u1, doc: 'Number of the light it gives, 0 for none.'}
      - {id: flags, type: u1, doc: '1 it may be lifted; without, it counts as ground for walking. 2 a door.'}
  contained_item:
    doc: An item is in a container whose contents the client shows.
    seq:
      - {id: item, type: contained_entry, doc: The item.}
      - {id: container, type: u4, doc: The container.}
  contained_entry:
    doc: One item in a container.
    seq:
      - {id: serial, type: u4, doc: Serial.}
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: amount, type: u2, doc: 'How many, 1 at least.'}
      - {id: x, type: u2, doc: 'Place in the container''s picture, x.'}
      - {id: y, type: u2, doc: 'Place in the container''s picture, y.'}
      - {id: grid, type: u1, doc: 'Place in a grid, for clients that show one.'}
      - {id: hue, type: u2, doc: 'Hue, 0 for none.'}
  worn_item:
    doc: A mobile that is known wears an item.
    seq:
      - {id: serial, type: u4, doc: Serial.}
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: layer, type: u1, doc: Layer.}
      - {id: mobile, type: u4, doc: Who wears it.}
      - {id: hue, type: u2, doc: 'Hue, 0 for none.'}
  held_item:
    doc: 'The person has an item in its hand, at the cursor: a lift went well. Of a stack it is what was lifted; the rest has a new serial.'
    seq:
      - {id: serial, type: u4, doc: Serial.}
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: amount, type: u2, doc: How many.}
      - {id: hue, type: u2, doc: 'Hue, 0 for none.'}
  container_opened:
    doc: 'Opens a container, with all that is in it. From here on its changes come as contained_item and gone, until it falls out of range.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: serial, type: u4, doc: The container.}
      - {id: gump, type: u2, doc: Picture of its inside.}
      - {id: num_items, type: u2, doc: Number of items.}
      - {id: items, type: contained_entry, repeat: expr, repeat-expr: num_items, doc: 'The items, the oldest first.'}
  lift_request:
    doc: 'Lifts an item, or a part of a stack. Answered by held_item or lift_refused.'
    seq:
      - {id: serial, type: u4, doc: The item.}
      - {id: amount, type: u2, doc: How many of a stack.}
  lift_refused:
    doc: A lift was refused; the item is where it was.
    seq:
      - {id: serial, type: u4, doc: The item.}
      - {id: reason, type: u1, enum: lift_refusal, doc: Why.}
  drop_request:
    doc: 'Puts what is in the hand down. Answered by drop_taken or drop_refused.'
    seq:
      - {id: serial, type: u4, doc: The item in the hand.}
      - {id: onto, type: u4, doc: 'A container, an item to stack on, a mobile to give it to; 0xFFFFFFFF the ground.'}
      - {id: x, type: u2, doc: 'Tile, or place in the container; 0xFFFF for any place in it.'}
      - {id: y, type: u2, doc: 'Tile, or place in the container; 0xFFFF for any place in it.'}
      - {id: z, type: s1, doc: 'Height, on the ground.'}
      - {id: grid, type: u1, doc: Place in a grid.}
  drop_taken:
    doc: 'A drop or an equip went well: the hand is free. Where the item is now has been shown.'
    seq: []
  drop_refused:
    doc: 'A drop or an equip was refused: the hand is empty, and the item where the next messages show it.'
    seq:
      - {id: serial, type: u4, doc: The item.}
  equip_request:
    doc: 'Puts what is in the hand on. Answered by drop_taken or drop_refused.'
    seq:
      - {id: serial, type: u4, doc: The item in the hand.}
      - {id: layer, type: u1, doc: Layer.}
      - {id: mobile, type: u4, doc: Whom to dress.}
  use_request:
    doc: 'Uses something, as by a double click: opens, eats, reads, lights …'
    seq:
      - {id: serial, type: u4, doc: What to use.}
  look_request:
    doc: 'Looks at something, as by a single click. Answered by told, kind label.'
    seq:
      - {id: serial, type: u4, doc: What to look at.}
  open_door_request:
    doc: Opens or closes the door before the person.
    seq: []
  properties_request:
    doc: 'Asks for the tooltips of things that are shown. Answered by properties for each.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: num_serials, type: u1, -max: 64, doc: Number of things.}
      - {id: serials, type: u4, repeat: expr, repeat-expr: num_serials, doc: The things.}
  properties:
    doc: The tooltip of a thing.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: serial, type: u4, doc: The thing.}
      - {id: num_lines, type: u1, doc: Number of lines.}
      - {id: lines, type: property_line, repeat: expr, repeat-expr: num_lines, doc: 'The lines, the name first.'}
  property_line:
    doc: One line of a tooltip.
    seq:
      - {id: len_text, type: u1, doc: Length of the next field in bytes.}
      - {id: text, type: str, size: len_text, doc: The line.}
