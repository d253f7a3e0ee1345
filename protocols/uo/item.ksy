meta:
  id: item
  endian: be
  encoding: ASCII
  imports: [common]
doc: 'Packets of items: on the ground, in containers, worn, lifted and dropped; boats.'
seq: []
types:
  use_request:
    doc: 'Double click: uses an object.'
    seq:
      - {id: serial, type: u4, doc: 'The object; bit 31 asks for the paperdoll even when mounted.'}
  look_request:
    doc: 'Single click: asks for the name of an object.'
    seq:
      - {id: serial, type: u4, doc: The object.}
  lift_request:
    doc: 'Lifts an item, or a part of a stack.'
    seq:
      - {id: serial, type: u4, doc: The item.}
      - {id: amount, type: u2, doc: Wanted amount.}
  drop_request:
    doc: Drops the lifted item.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: serial, type: u4, doc: The item.}
      - {id: x, type: u2, doc: 'Tile or place in the container; 0xFFFF for anywhere.'}
      - {id: y, type: u2, doc: 'Tile or place in the container; 0xFFFF for anywhere.'}
      - {id: z, type: s1, doc: Height.}
      - {id: grid, type: u1, if: 'ver >= 0x06000107', doc: Grid cell of the container.}
      - {id: container, type: u4, doc: 'Container, mobile or item below; 0xFFFFFFFF for the ground.'}
  equip_request:
    doc: Wears the lifted item.
    seq:
      - {id: serial, type: u4, doc: The item.}
      - {id: layer, type: u1, enum: 'common::layer', doc: Wanted layer.}
      - {id: mobile, type: u4, doc: Who shall wear it.}
  equip_macro:
    doc: Wears several items.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: num_items, type: u1, doc: Number of items.}
      - {id: items, type: u4, repeat: expr, repeat-expr: num_items, doc: The items.}
  unequip_macro:
    doc: Takes off what several layers hold.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: num_layers, type: u1, doc: Number of layers.}
      - {id: layers, type: u2, repeat: expr, repeat-expr: num_layers, doc: The layers.}
  delete_object:
    doc: Removes an object from the client.
    seq:
      - {id: serial, type: u4, doc: The object.}
  world_item_old:
    doc: 'An item on the ground; clients before 7.0.0.0.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: has_amount, type: b1, doc: Set when an amount follows.}
      - {id: serial, type: b31, doc: The item.}
      - {id: has_increment, type: b1, doc: Set when a graphic increment follows.}
      - {id: graphic, type: b15, doc: 'Item graphic, or 0x4000 plus the id of a multi.'}
      - {id: increment, type: u1, if: has_increment, doc: Graphic increment.}
      - {id: amount, type: u2, if: has_amount, doc: 'Amount; of a corpse the body of the dead.'}
      - {id: has_direction, type: b1, doc: Set when a direction follows.}
      - {id: x, type: b15, doc: 'Tile, x.'}
      - {id: has_hue, type: b1, doc: Set when a hue follows.}
      - {id: has_flags, type: b1, doc: Set when flags follow.}
      - {id: y, type: b14, doc: 'Tile, y.'}
      - {id: direction, type: u1, if: has_direction, doc: 'Light of a light source, facing of a corpse.'}
      - {id: z, type: s1, doc: Height.}
      - {id: hue, type: u2, if: has_hue, doc: Hue.}
      - {id: flags, type: u1, if: has_flags, doc: '0x20 movable, 0x80 hidden.'}
  world_item:
    doc: 'An item, a multi or, in boat updates, a mobile; clients from 7.0.0.0.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: unknown, type: u2, -default: 1, doc: Always 1.}
      - {id: kind, type: u1, doc: '0 item, 1 mobile, 2 multi, 3 damageable item.'}
      - {id: serial, type: u4, doc: The object.}
      - {id: graphic, type: u2, doc: 'Item graphic, body, or id of a multi.'}
      - {id: increment, type: u1, -default: 0, doc: Graphic increment.}
      - {id: amount, type: u2, doc: 'Amount; of a corpse the body of the dead.'}
      - {id: amount_again, type: u2, doc: The amount once more.}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: s1, doc: Height.}
      - {id: light, type: u1, doc: 'Light of a light source, facing of a corpse or mobile.'}
      - {id: hue, type: u2, doc: Hue.}
      - {id: flags, type: u1, doc: '0x20 movable, 0x80 hidden.'}
      - {id: access, type: u2, -default: 0, if: 'ver >= 0x07000900', doc: '0 item of a player, 1 item of the world.'}
  boat_contents:
    doc: Moves a boat and all that is on it at once.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: num_objects, type: u2, doc: Number of objects.}
      - {id: objects, type: boat_object(ver), repeat: expr, repeat-expr: num_objects, doc: The objects.}
  boat_object:
    doc: 'One object of a boat, as a whole world_item packet.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: packet_id, contents: [0xf3], doc: Id of the packet inside.}
      - {id: item, type: world_item(ver), doc: The object.}
  boat_moving:
    doc: A boat moves with all that is on it.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: boat, type: u4, doc: The boat.}
      - {id: speed, type: u1, doc: '1 slow, 2 medium, 3 fast, 4 at once.'}
      - {id: moving_direction, type: u1, enum: 'common::direction', doc: Where it goes.}
      - {id: facing, type: u1, enum: 'common::direction', doc: Where it looks.}
      - {id: x, type: u2, doc: 'New tile, x.'}
      - {id: y, type: u2, doc: 'New tile, y.'}
      - {id: z, type: u2, doc: New height.}
      - {id: num_objects, type: u2, doc: Number of objects on it.}
      - {id: objects, type: boat_passenger, repeat: expr, repeat-expr: num_objects, doc: The objects on it.}
  boat_passenger:
    doc: New place of one object on a boat.
    seq:
      - {id: serial, type: u4, doc: The object.}
      - {id: x, type: u2, doc: 'New tile, x.'}
      - {id: y, type: u2, doc: 'New tile, y.'}
      - {id: z, type: u2, doc: New height.}
  drag_animation:
    doc: An item flies from one place to another.
    seq:
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: unknown, type: u1, -default: 0, doc: Unused.}
      - {id: hue, type: u2, doc: Hue.}
      - {id: amount, type: u2, doc: Amount.}
      - {id: source, type: u4, doc: 'Object that it comes from, 0 or 0xFFFFFFFF for none.'}
      - {id: source_x, type: u2, doc: 'Start tile, x.'}
      - {id: source_y, type: u2, doc: 'Start tile, y.'}
      - {id: source_z, type: s1, doc: Start height.}
      - {id: target, type: u4, doc: 'Object that it goes to, 0 or 0xFFFFFFFF for none.'}
      - {id: target_x, type: u2, doc: 'End tile, x.'}
      - {id: target_y, type: u2, doc: 'End tile, y.'}
      - {id: target_z, type: s1, doc: End height.}
  open_container:
    doc: 'Opens the gump of a container; its contents follow in a packet of their own.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: serial, type: u4, doc: 'The container, or the vendor of a buy window.'}
      - {id: gump, type: u2, doc: 'Gump graphic; 0xFFFF spellbook, 0x0030 buy window.'}
      - id: container_type
        type: u2
        -default: 0x7d
        if: 'ver >= 0x07000900'
        doc: '0x7D for ordinary containers, 0 for vendors and spellbooks.'
  container_item:
    doc: 'One item in a container; also an entry of container_contents.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: serial, type: u4, doc: The item.}
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: increment, type: u1, -default: 0, doc: Graphic increment.}
      - {id: amount, type: u2, doc: Amount.}
      - {id: x, type: u2, doc: 'Place in the gump, x.'}
      - {id: y, type: u2, doc: 'Place in the gump, y.'}
      - {id: grid, type: u1, -default: 0, if: 'ver >= 0x06000107', doc: Grid cell of the container.}
      - {id: container, type: u4, doc: The container.}
      - {id: hue, type: u2, doc: Hue.}
  container_contents:
    doc: All items of a container.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: num_items, type: u2, doc: Number of items.}
      - {id: items, type: container_item(ver), repeat: expr, repeat-expr: num_items, doc: 'The items, all of one container.'}
  worn_item:
    doc: A mobile wears an item.
    seq:
      - {id: serial, type: u4, doc: The item.}
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: unknown, type: u1, -default: 0, doc: Unused.}
      - {id: layer, type: u1, enum: 'common::layer', doc: Layer that it is worn on.}
      - {id: mobile, type: u4, doc: Who wears it.}
      - {id: hue, type: u2, doc: Hue.}
  corpse_equipment:
    doc: Layers of the items that a corpse wears.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: corpse, type: u4, doc: The corpse.}
      - id: items
        type: corpse_entry
        repeat: until
        repeat-until: '_.layer == 0'
        -sentinel: '{layer: 0}'
        -max: 64
        doc: The worn items.
  corpse_entry:
    doc: One worn item of a corpse.
    seq:
      - {id: layer, type: u1, doc: 'Layer plus 1; 0 ends the list.'}
      - {id: serial, type: u4, if: 'layer != 0', doc: The item.}
  lift_rejected:
    doc: Refuses to lift an item.
    seq:
      - {id: reason, type: u1, enum: 'common::lift_rejection', doc: Why.}
  drop_rejected:
    doc: 'Refuses to drop an item; unused by current clients.'
    seq:
      - {id: x, type: u2, -default: 0, doc: Unused.}
      - {id: y, type: u2, -default: 0, doc: Unused.}
  drop_accepted:
    doc: Accepts that an item was dropped.
    seq: []
  property_list_request:
    doc: Asks for the property lists of several objects.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serials, type: u4, repeat: eos, -max: 512, doc: The objects.}
  property_list:
    doc: Property list (tooltip) of an object.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: unknown1, type: u2, -default: 1, doc: 'Always 1; clients ignore the packet when it is more.'}
      - {id: serial, type: u4, doc: The object.}
      - {id: unknown2, type: u2, -default: 0, doc: Unused.}
      - {id: revision, type: u4, doc: Hash of the contents.}
      - id: lines
        type: property_line
        repeat: until
        repeat-until: '_.cliloc == 0'
        -sentinel: '{cliloc: 0}'
        -max: 256
        doc: 'The lines, the name first.'
  property_line:
    doc: One line of a property list.
    seq:
      - {id: cliloc, type: u4, doc: 'Text of the line; 0 ends the list.'}
      - {id: len_arguments, type: u2, if: 'cliloc != 0', doc: Length of the arguments in bytes.}
      - {id: arguments, type: str, size: len_arguments, encoding: UTF-16LE, if: 'cliloc != 0', doc: 'Arguments, separated by tabs.'}
  property_list_revision:
    doc: Tells the revision of the property list of an object.
    seq:
      - {id: serial, type: u4, doc: The object.}
      - {id: revision, type: u4, doc: Hash of the contents.}
  clear_square:
    doc: 'Semi-visible object; unused by current clients.'
    seq:
      - {id: serial, type: u4, doc: The object.}
      - {id: state, type: u1, doc: Undescribed.}
