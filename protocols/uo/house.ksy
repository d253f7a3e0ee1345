meta:
  id: house
  endian: be
  encoding: ASCII
  imports: [common]
doc: Packets of houses that players design.
seq: []
types:
  house_design:
    doc: Design of a house.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: compression, type: u1, -default: 3, doc: 'Always 3: planes that are packed with zlib.'}
      - {id: enable_response, type: u1, doc: 1 when the client answers.}
      - {id: house, type: u4, doc: The house.}
      - {id: revision, type: u4, doc: Revision of the design.}
      - {id: num_tiles, type: u2, doc: Number of tiles in all planes.}
      - {id: len_buffer, type: u2, doc: Length of the planes in bytes plus 1.}
      - {id: planes, type: house_planes, size: len_buffer, doc: The planes.}
  house_planes:
    doc: Planes of a house design.
    seq:
      - {id: num_planes, type: u1, doc: Number of planes.}
      - {id: planes, type: house_plane, repeat: expr, repeat-expr: num_planes, doc: The planes.}
  house_plane:
    doc: One packed plane.
    seq:
      - {id: mode, type: b4, doc: '0 tiles with x, y, z; 1 tiles with x, y; 2 one graphic a cell.'}
      - {id: index, type: b4, doc: Number of the plane.}
      - {id: len_unpacked_low, type: u1, doc: Bits 0 to 7 of the unpacked length.}
      - {id: len_packed_low, type: u1, doc: Bits 0 to 7 of the packed length.}
      - {id: len_unpacked_high, type: b4, doc: Bits 8 to 11 of the unpacked length.}
      - {id: len_packed_high, type: b4, doc: Bits 8 to 11 of the packed length.}
      - {id: data, size: len_packed_low + len_packed_high * 256, doc: Packed tiles.}
  house_tile_xyz:
    doc: Unpacked tile of mode 0.
    seq:
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: x, type: s1, doc: 'Offset from the house, x.'}
      - {id: y, type: s1, doc: 'Offset from the house, y.'}
      - {id: z, type: s1, doc: 'Offset from the house, z.'}
  house_tile_xy:
    doc: Unpacked tile of mode 1.
    seq:
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: x, type: s1, doc: 'Offset from the house, x.'}
      - {id: y, type: s1, doc: 'Offset from the house, y.'}
  house_content_preference:
    doc: Tells whether contents of public houses shall be shown.
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver < 0x07004000', doc: Length of the whole packet in bytes.}
      - {id: show, type: u1, doc: 1 shows them.}
