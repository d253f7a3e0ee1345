meta:
  id: walking
  endian: le
  encoding: UTF-8
doc: >-
  Messages of one's own steps. A client goes ahead: it takes each step at once by the same rules as the shard and keeps it until it is
  answered. Steps that come early, because the network held them up, wait at the shard for their time and are then taken in order. So a
  stall of the network denies nothing, as long as no more than 24 steps are unanswered.
seq: []
types:
  walk_request:
    doc: >-
      One step, or one turn when the direction differs from where the person faces. On foot a step takes 400 ms and 200 ms at a run,
      mounted the half; a turn 45 ms. At most 24 requests may be unanswered; more are denied.
    seq:
      - id: sequence
        type: u1
        doc: '0 for the first one after entered, placed or step_denied, then 1 and so on; 255 is followed by 1.'
      - {id: facing, type: u1, doc: 'Direction, 0 north clockwise to 7 north-west, and 0x80 at a run.'}
  step_taken:
    doc: The step or turn was done as the client foresaw. Answers come in order.
    seq:
      - {id: sequence, type: u1, doc: Of the request.}
  step_denied:
    doc: >-
      The step was not done, and none of those sent after it will be: they get no answer. The person stands here. The next request has
      sequence 0.
    seq:
      - {id: sequence, type: u1, doc: Of the request.}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: s1, doc: Height of the feet.}
      - {id: facing, type: u1, doc: 'Direction, 0 north to 7 north-west.'}
  placed:
    doc: >-
      The person is here at once: a jump, or the answer to place_request. Steps that are unanswered are void and get no answer; the next
      request has sequence 0. Whatever was known around is void, and what is around here follows.
    seq:
      - {id: facet, type: u1, doc: Number of the facet.}
      - {id: x, type: u2, doc: 'Tile, x.'}
      - {id: y, type: u2, doc: 'Tile, y.'}
      - {id: z, type: s1, doc: Height of the feet.}
      - {id: facing, type: u1, doc: 'Direction, 0 north to 7 north-west.'}
  place_request:
    doc: 'Asks where the person is; for a client that has lost its way. Answered by placed.'
    seq: []
