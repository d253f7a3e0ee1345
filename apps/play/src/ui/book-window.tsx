import { type Book, encodePageChange, encodeTitleChange } from '@gommog/uo/web';
import { useState } from 'preact/hooks';
import type { Stage } from './app.tsx';

/** Lines of a page that are kept, and letters of a line. */
const LINES = 8;
const LETTERS = 80;

/** A book: read, and where it may be, written. A page is sent when it is left. */
export function BookWindow({ book, stage }: { stage: Stage; book: Book }) {
  const [page, setPage] = useState(0);
  const [pages, setPages] = useState(() =>
    book.pages.map(({ lines }) => lines.map(({ text }) => text).join('\n')),
  );
  const [title, setTitle] = useState(book.title);
  const [author, setAuthor] = useState(book.author);
  const mayWrite = book.writable === 1;
  const { client } = stage;
  const keepPage = (): void => {
    const lines = (pages[page] ?? '')
      .split('\n')
      .slice(0, LINES)
      .map((text) => ({ text: text.slice(0, LETTERS) }));
    client.send(encodePageChange, { serial: book.serial, number: page + 1, page: { lines } });
  };
  const keepTitle = (): void => client.send(encodeTitleChange, { serial: book.serial, title, author });
  const turn = (by: number): void => setPage(Math.min(pages.length - 1, Math.max(0, page + by)));
  return (
    <div class="book">
      {mayWrite ? (
        <div class="title">
          <input
            aria-label="Title"
            maxLength={60}
            value={title}
            onInput={({ currentTarget }) => setTitle(currentTarget.value)}
            onBlur={keepTitle}
          />
          <input
            aria-label="Author"
            maxLength={30}
            value={author}
            onInput={({ currentTarget }) => setAuthor(currentTarget.value)}
            onBlur={keepTitle}
          />
        </div>
      ) : (
        <p class="title">
          {book.title}, by {book.author}
        </p>
      )}
      {mayWrite ? (
        <textarea
          aria-label={`Page ${page + 1}`}
          rows={LINES}
          value={pages[page] ?? ''}
          onInput={({ currentTarget }) =>
            setPages(pages.map((text, i) => (i === page ? currentTarget.value : text)))
          }
          onBlur={keepPage}
        />
      ) : (
        <p class="prose">{pages[page]}</p>
      )}
      <p class="turn">
        <button type="button" aria-label="Page before" disabled={page === 0} onClick={() => turn(-1)}>
          ◂
        </button>
        {page + 1} of {pages.length}
        <button
          type="button"
          aria-label="Next page"
          disabled={page >= pages.length - 1}
          onClick={() => turn(1)}
        >
          ▸
        </button>
      </p>
    </div>
  );
}
