meta:
  id: books
  endian: le
  encoding: UTF-8
doc: Messages of books.
seq: []
types:
  book:
    doc: Opens a book.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: serial, type: u4, doc: The book.}
      - {id: writable, type: u1, doc: 1 when the person may write in it.}
      - {id: len_title, type: u1, doc: Length of the next field in bytes.}
      - {id: title, type: str, size: len_title, doc: Title.}
      - {id: len_author, type: u1, doc: Length of the next field in bytes.}
      - {id: author, type: str, size: len_author, doc: Author.}
      - {id: num_pages, type: u2, doc: Number of pages.}
      - {id: pages, type: book_page, repeat: expr, repeat-expr: num_pages, doc: 'The pages, the first one first.'}
  book_page:
    doc: One page of a book.
    seq:
      - {id: num_lines, type: u1, -max: 16, doc: Number of lines.}
      - {id: lines, type: book_line, repeat: expr, repeat-expr: num_lines, doc: 'The lines, at most 8 are kept.'}
  book_line:
    doc: One line of a page.
    seq:
      - {id: len_text, type: u2, -max: 1024, doc: Length of the next field in bytes.}
      - {id: text, type: str, size: len_text, doc: 'The line, at most 80 characters are kept.'}
  page_change:
    doc: Writes one page of a book within reach.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: serial, type: u4, doc: The book.}
      - {id: number, type: u2, doc: 'The page, from 1.'}
      - {id: page, type: book_page, doc: What it says now.}
  title_change:
    doc: Writes title and author of a book within reach.
    seq:
      - {id: len, type: u2, -derive: frame, doc: Length of the whole message in bytes.}
      - {id: serial, type: u4, doc: The book.}
      - {id: len_title, type: u1, doc: Length of the next field in bytes.}
      - {id: title, type: str, size: len_title, doc: 'Title, at most 60 characters are kept.'}
      - {id: len_author, type: u1, doc: Length of the next field in bytes.}
      - {id: author, type: str, size: len_author, doc: 'Author, at most 30 characters are kept.'}
