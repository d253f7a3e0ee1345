meta:
  id: staff
  endian: be
  encoding: ASCII
  imports: [common]
doc: 'Packets of the staff client that was never released, of unused ids and of third-party map tools; contents are not described.'
seq: []
types:
  god_mode_request:
    doc: Asks for the god mode.
    seq:
      - {id: data, size: 1, doc: Contents in an undescribed layout.}
  god_edit:
    doc: Edits an object.
    seq:
      - {id: data, size: 10, doc: Contents in an undescribed layout.}
  god_edit_tile_data:
    doc: Edits tile data.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_tile_data:
    doc: Tile data that was edited.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_edit_npc:
    doc: Edits an NPC.
    seq:
      - {id: data, size: 2, doc: Contents in an undescribed layout.}
  god_edit_template:
    doc: Edits a template.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_edit_paperdoll:
    doc: Edits a paperdoll.
    seq:
      - {id: data, size: 60, doc: Contents in an undescribed layout.}
  god_edit_hues:
    doc: Edits hues.
    seq:
      - {id: data, size: 214, doc: Contents in an undescribed layout.}
  god_change_z:
    doc: Changes the height of an object.
    seq:
      - {id: data, size: 5, doc: Contents in an undescribed layout.}
  god_add_script:
    doc: Adds a script.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_edit_npc_speech:
    doc: Edits the speech of an NPC.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_mode_reply:
    doc: Grants or refuses the god mode.
    seq:
      - {id: data, size: 1, doc: Contents in an undescribed layout.}
  god_add_resource:
    doc: Adds a resource.
    seq:
      - {id: data, size: 652, doc: Contents in an undescribed layout.}
  god_resource_tile_data:
    doc: Edits tile data of a resource.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_move_object:
    doc: Moves an object.
    seq:
      - {id: data, size: 7, doc: Contents in an undescribed layout.}
  god_remove_group:
    doc: Removes a group.
    seq:
      - {id: data, size: 8, doc: Contents in an undescribed layout.}
  god_versions:
    doc: Versions of the world data.
    seq:
      - {id: data, size: 36, doc: Contents in an undescribed layout.}
  live_map_reply:
    doc: 'Checksums of map blocks; third-party map synchronisation.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  live_map_command:
    doc: 'Command of the third-party map synchronisation, or an update of statics.'
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  live_map_terrain:
    doc: New terrain of a map block.
    seq:
      - {id: data, size: 200, doc: Contents in an undescribed layout.}
  god_update_tile_data:
    doc: New tile data.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_update_art:
    doc: New art.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_update_animation:
    doc: New animation data.
    seq:
      - {id: data, size: 552, doc: Contents in an undescribed layout.}
  god_update_hues:
    doc: New hues.
    seq:
      - {id: data, size: 712, doc: Contents in an undescribed layout.}
  god_version_accepted:
    doc: Accepts the version of the world data.
    seq:
      - {id: data, size: 4, doc: Contents in an undescribed layout.}
  god_new_art:
    doc: Sends art.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_new_terrain:
    doc: Changes terrain.
    seq:
      - {id: data, size: 10, doc: Contents in an undescribed layout.}
  god_new_animation:
    doc: Sends animation data.
    seq:
      - {id: data, size: 72, doc: Contents in an undescribed layout.}
  god_new_hues:
    doc: Sends hues.
    seq:
      - {id: data, size: 92, doc: Contents in an undescribed layout.}
  god_destroy_art:
    doc: Removes art.
    seq:
      - {id: data, size: 4, doc: Contents in an undescribed layout.}
  god_check_version:
    doc: Checks the version of the world data.
    seq:
      - {id: data, size: 8, doc: Contents in an undescribed layout.}
  god_script_names:
    doc: Asks for the names of scripts.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_edit_script:
    doc: Edits a script.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  old_board_header:
    doc: Header of an old bulletin board.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  old_board_message:
    doc: Message of an old bulletin board.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  old_board_post:
    doc: Post to an old bulletin board.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_update_regions:
    doc: Changes regions.
    seq:
      - {id: data, size: 109, doc: Contents in an undescribed layout.}
  god_new_region:
    doc: Makes a region.
    seq:
      - {id: data, size: 105, doc: Contents in an undescribed layout.}
  god_new_effect:
    doc: Makes an effect.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_update_effect:
    doc: Changes an effect.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_restart_version:
    doc: Restarts with a version.
    seq:
      - {id: data, size: 1, doc: Contents in an undescribed layout.}
  old_server_list:
    doc: Asks for the server list in an old way.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  old_add_server:
    doc: Adds a server.
    seq:
      - {id: data, size: 48, doc: Contents in an undescribed layout.}
  old_remove_server:
    doc: Removes a server.
    seq:
      - {id: data, size: 4, doc: Contents in an undescribed layout.}
  god_delete_static:
    doc: Removes a static.
    seq:
      - {id: data, size: 8, doc: Contents in an undescribed layout.}
  god_move_static:
    doc: Moves a static.
    seq:
      - {id: data, size: 14, doc: Contents in an undescribed layout.}
  god_load_area:
    doc: Loads an area.
    seq:
      - {id: data, size: 12, doc: Contents in an undescribed layout.}
  god_load_area_request:
    doc: Asks to load an area.
    seq: []
  god_simped:
    doc: Old editor message.
    seq:
      - {id: data, size: 20, doc: Contents in an undescribed layout.}
  god_script_attach:
    doc: Attaches a script.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  old_options:
    doc: Options of an old client.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  old_friends:
    doc: Friends of an old client.
    seq:
      - {id: data, size: 2, doc: Contents in an undescribed layout.}
  old_friend_notice:
    doc: Notice about a friend of an old client.
    seq:
      - {id: data, size: 8, doc: Contents in an undescribed layout.}
  god_resource_query:
    doc: Asks for resources.
    seq:
      - {id: data, size: 8, doc: Contents in an undescribed layout.}
  god_resource_data:
    doc: Data of resources.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_view_query:
    doc: Asks for the god view.
    seq:
      - {id: data, size: 1, doc: Contents in an undescribed layout.}
  god_view_reply:
    doc: Data of the god view.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_send_resources:
    doc: Sends resources.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_edit_trigger:
    doc: Edits a trigger.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_move_character:
    doc: Moves a character.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  unused_8f:
    doc: Unused id.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_edit_multi:
    doc: Edits a multi.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_edit_skills:
    doc: Edits skills.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_central_monitor:
    doc: Monitor of the game centre.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_assist:
    doc: Help of a staff member.
    seq:
      - {id: data, size: 308, doc: Contents in an undescribed layout.}
  god_single:
    doc: Staff message.
    seq:
      - {id: data, size: 50, doc: Contents in an undescribed layout.}
  target_object_list:
    doc: Objects of a target.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  god_invalid_map:
    doc: Map that is invalid.
    seq:
      - {id: data, size: 202, doc: Contents in an undescribed layout.}
  god_invalid_map_enabled:
    doc: Enables the check of the map.
    seq: []
  unused_cd:
    doc: Unused id.
    seq: []
  unused_cd_reply:
    doc: Unused id.
    seq: []
  unused_ce:
    doc: Unused id.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  unused_ce_reply:
    doc: Unused id.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  unused_fc:
    doc: Unused id.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  unused_fc_reply:
    doc: Unused id.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  unused_fe:
    doc: Unused id.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  unused_fe_reply:
    doc: Unused id.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 16384, doc: Contents in an undescribed layout.}
  unused_ee:
    doc: 'Unused id, with a length of its own in each client family.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver < 0x06000600', doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, if: 'ver < 0x06000600', -max: 16384, doc: Contents in an undescribed layout.}
      - {id: block, size: 'ver >= 0x07000000 ? 9 : 8191', if: 'ver >= 0x06000600', doc: Contents in an undescribed layout.}
  unused_d5:
    doc: 'Unused id; clients from 7.0.104 know a fixed form.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver < 0x07006800', doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, if: 'ver < 0x07006800', -max: 16384, doc: Contents in an undescribed layout.}
      - {id: block, size: 8, if: 'ver >= 0x07006800', doc: Contents in an undescribed layout.}
  unused_ee_reply:
    doc: 'Unused id, with a length of its own in each client family.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver < 0x06000600', doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, if: 'ver < 0x06000600', -max: 16384, doc: Contents in an undescribed layout.}
      - {id: block, size: 'ver >= 0x07000000 ? 9 : 8191', if: 'ver >= 0x06000600', doc: Contents in an undescribed layout.}
  unused_d5_reply:
    doc: 'Unused id; clients from 7.0.104 know a fixed form.'
    params: [{id: ver, type: u4, doc: Packed client version.}]
    seq:
      - {id: len, type: u2, -derive: frame, if: 'ver < 0x07006800', doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, if: 'ver < 0x07006800', -max: 16384, doc: Contents in an undescribed layout.}
      - {id: block, size: 8, if: 'ver >= 0x07006800', doc: Contents in an undescribed layout.}
