meta:
  id: document
  endian: be
  encoding: ASCII
  imports: [common]
doc: 'Packets of books, bulletin boards, maps and the list of pages.'
seq: []
types:
  book_header_old:
    doc: 'Opens a book; fixed-size form.'
    seq:
      - {id: serial, type: u4, doc: The book.}
      - {id: writable, type: u1, doc: 1 when the player may write.}
      - {id: unknown, type: u1, -default: 1, doc: Usually 1.}
      - {id: num_pages, type: u2, doc: Number of pages.}
      - {id: title, type: strz, size: 60, encoding: UTF-8, doc: Title.}
      - {id: author, type: strz, size: 30, encoding: UTF-8, doc: Author.}
  book_header_old_request:
    doc: 'Changes title and author of a book; fixed-size form.'
    seq:
      - {id: serial, type: u4, doc: The book.}
      - {id: writable, type: u1, -default: 0, doc: Unused.}
      - {id: unknown, type: u1, -default: 1, doc: Usually 1.}
      - {id: num_pages, type: u2, -default: 0, doc: Unused.}
      - {id: title, type: strz, size: 60, encoding: UTF-8, doc: Title.}
      - {id: author, type: strz, size: 30, encoding: UTF-8, doc: Author.}
  book_header:
    doc: Opens a book.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The book.}
      - {id: unknown, type: u1, -default: 1, doc: Usually 1.}
      - {id: writable, type: u1, doc: 1 when the player may write.}
      - {id: num_pages, type: u2, doc: Number of pages.}
      - {id: len_title, type: u2, doc: 'Length of the title in bytes, its zero byte counted.'}
      - {id: title, type: strz, size: len_title, encoding: UTF-8, doc: Title.}
      - {id: len_author, type: u2, doc: 'Length of the author in bytes, its zero byte counted.'}
      - {id: author, type: strz, size: len_author, encoding: UTF-8, doc: Author.}
  book_header_request:
    doc: Changes title and author of a book.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The book.}
      - {id: unknown, type: u1, -default: 0, doc: Unused.}
      - {id: writable, type: u1, -default: 0, doc: Unused.}
      - {id: num_pages, type: u2, -default: 0, doc: Unused.}
      - {id: len_title, type: u2, doc: 'Length of the title in bytes, its zero byte counted.'}
      - {id: title, type: strz, size: len_title, encoding: UTF-8, -max: 256, doc: Title.}
      - {id: len_author, type: u2, doc: 'Length of the author in bytes, its zero byte counted.'}
      - {id: author, type: strz, size: len_author, encoding: UTF-8, -max: 256, doc: Author.}
  book_pages:
    doc: Text of pages of a book.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The book.}
      - {id: num_pages, type: u2, doc: Number of pages.}
      - {id: pages, type: book_page, repeat: expr, repeat-expr: num_pages, doc: The pages.}
  book_page:
    doc: Text of one page.
    seq:
      - {id: number, type: u2, doc: 'Number of the page, from 1.'}
      - {id: num_lines, type: u2, doc: Number of lines.}
      - {id: lines, type: book_line, repeat: expr, repeat-expr: num_lines, -max: 64, doc: 'The lines, 8 at most.'}
  book_line:
    doc: One line of a page.
    seq:
      - {id: text, type: strz, encoding: UTF-8, doc: The text.}
  book_page_request:
    doc: Asks for pages of a book or writes them.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: serial, type: u4, doc: The book.}
      - {id: num_pages, type: u2, doc: Number of pages.}
      - {id: pages, type: book_page_change, repeat: expr, repeat-expr: num_pages, -max: 1024, doc: The pages.}
  book_page_change:
    doc: One page that is asked for or written.
    seq:
      - {id: number, type: u2, doc: 'Number of the page, from 1.'}
      - {id: num_lines, type: u2, -rand: [0xffff, 0, 1, 8], doc: 'Number of lines; 0xFFFF asks for the page.'}
      - {id: lines, type: book_line, repeat: expr, repeat-expr: 'num_lines == 0xffff ? 0 : num_lines', -max: 64, doc: The new lines.}
  bulletin_board:
    doc: Opens a board or shows a message of it.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: action, type: u1, -rand: [0, 1, 2], doc: '0 open, 1 summary, 2 message.'}
      - id: body
        type:
          switch-on: action
          cases:
            0: board_opening
            1: board_summary
            2: board_message
            _: 'common::raw_body'
        doc: What the action tells.
  board_opening:
    doc: 'Opens a board; its messages follow as contents.'
    seq:
      - {id: board, type: u4, doc: The board.}
      - {id: name, type: strz, size: 22, encoding: UTF-8, doc: Name of the board.}
      - {id: unknown, size: 8, -default: 0, doc: Unused.}
  board_summary:
    doc: Head line of one message.
    seq:
      - {id: board, type: u4, doc: The board.}
      - {id: message, type: u4, doc: The message.}
      - {id: parent, type: u4, doc: 'The message that it answers, or 0.'}
      - {id: len_poster, type: u1, doc: 'Length of the poster in bytes, its zero byte counted.'}
      - {id: poster, type: strz, size: len_poster, encoding: UTF-8, doc: Who posted it.}
      - {id: len_subject, type: u1, doc: 'Length of the subject in bytes, its zero byte counted.'}
      - {id: subject, type: strz, size: len_subject, encoding: UTF-8, doc: Subject.}
      - {id: len_time, type: u1, doc: 'Length of the time in bytes, its zero byte counted.'}
      - {id: time, type: strz, size: len_time, encoding: UTF-8, doc: 'When it was posted, as text.'}
  board_message:
    doc: One whole message.
    seq:
      - {id: board, type: u4, doc: The board.}
      - {id: message, type: u4, doc: The message.}
      - {id: len_poster, type: u1, doc: 'Length of the poster in bytes, its zero byte counted.'}
      - {id: poster, type: strz, size: len_poster, encoding: UTF-8, doc: Who posted it.}
      - {id: len_subject, type: u1, doc: 'Length of the subject in bytes, its zero byte counted.'}
      - {id: subject, type: strz, size: len_subject, encoding: UTF-8, doc: Subject.}
      - {id: len_time, type: u1, doc: 'Length of the time in bytes, its zero byte counted.'}
      - {id: time, type: strz, size: len_time, encoding: UTF-8, doc: 'When it was posted, as text.'}
      - {id: body, type: u2, doc: Body graphic of the poster.}
      - {id: hue, type: u2, doc: Hue of the poster.}
      - {id: num_clothes, type: u1, doc: Number of garments.}
      - {id: clothes, type: board_garment, repeat: expr, repeat-expr: num_clothes, doc: What the poster wore.}
      - {id: num_lines, type: u1, doc: Number of lines.}
      - {id: lines, type: board_line, repeat: expr, repeat-expr: num_lines, doc: The text.}
  board_garment:
    doc: One garment of a poster.
    seq:
      - {id: graphic, type: u2, doc: Item graphic.}
      - {id: hue, type: u2, doc: Hue.}
  board_line:
    doc: One line of a message.
    seq:
      - {id: len_text, type: u1, doc: 'Length in bytes, the zero byte counted.'}
      - {id: text, type: strz, size: len_text, encoding: UTF-8, doc: The text.}
  bulletin_board_request:
    doc: What the player does with a board.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: action, type: u1, -rand: [3, 4, 5, 6], doc: '3 ask for a message, 4 for a summary, 5 post, 6 remove.'}
      - {id: board, type: u4, doc: The board.}
      - {id: message, type: u4, doc: 'The message; when posting, the one that is answered, or 0.'}
      - {id: post, type: board_post, if: 'action == 5', doc: The new message.}
  board_post:
    doc: A new message.
    seq:
      - {id: len_subject, type: u1, doc: 'Length of the subject in bytes, its zero byte counted.'}
      - {id: subject, type: strz, size: len_subject, encoding: UTF-8, doc: Subject.}
      - {id: num_lines, type: u1, doc: Number of lines.}
      - {id: lines, type: board_line, repeat: expr, repeat-expr: num_lines, doc: The text.}
  map_details_old:
    doc: Opens a map without a facet.
    seq:
      - {id: serial, type: u4, doc: The map.}
      - {id: gump, type: u2, -default: 0x139d, doc: Gump graphic.}
      - {id: x1, type: u2, doc: Left tile.}
      - {id: y1, type: u2, doc: Upper tile.}
      - {id: x2, type: u2, doc: Right tile.}
      - {id: y2, type: u2, doc: Lower tile.}
      - {id: width, type: u2, doc: Width of the gump.}
      - {id: height, type: u2, doc: Height of the gump.}
  map_details:
    doc: Opens a map of a facet.
    seq:
      - {id: serial, type: u4, doc: The map.}
      - {id: gump, type: u2, -default: 0x139d, doc: Gump graphic.}
      - {id: x1, type: u2, doc: Left tile.}
      - {id: y1, type: u2, doc: Upper tile.}
      - {id: x2, type: u2, doc: Right tile.}
      - {id: y2, type: u2, doc: Lower tile.}
      - {id: width, type: u2, doc: Width of the gump.}
      - {id: height, type: u2, doc: Height of the gump.}
      - {id: map, type: u2, doc: Facet index.}
  map_plot:
    doc: Changes the pins of an open map.
    seq:
      - {id: serial, type: u4, doc: The map.}
      - {id: action, type: u1, doc: '1 add, 2 insert, 3 move, 4 remove, 5 clear, 7 editable.'}
      - {id: pin, type: u1, doc: 'Number of the pin, or the state of 7.'}
      - {id: x, type: u2, doc: 'Place on the map, x.'}
      - {id: y, type: u2, doc: 'Place on the map, y.'}
  map_plot_request:
    doc: Wishes to change the pins of a map.
    seq:
      - {id: serial, type: u4, doc: The map.}
      - {id: action, type: u1, doc: '1 add, 2 insert, 3 move, 4 remove, 5 clear, 6 toggle editing.'}
      - {id: pin, type: u1, doc: Number of the pin.}
      - {id: x, type: u2, doc: 'Place on the map, x.'}
      - {id: y, type: u2, doc: 'Place on the map, y.'}
  mahjong_request:
    doc: A move of a game of mahjong.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, -max: 8192, doc: 'Contents in the game''s own layout.'}
  mahjong:
    doc: State of a game of mahjong.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole packet in bytes.}
      - {id: data, size-eos: true, doc: 'Contents in the game''s own layout.'}
