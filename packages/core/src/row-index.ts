const PAGE_BITS = 12;
const PAGE_SIZE = 1 << PAGE_BITS;

/** serial → row, in pages of 4096: serials are handed out in order, so pages are dense and a look-up is two loads. */
export class RowIndex {
  readonly #pages = new Map<number, Int32Array>();
  #lastPageNumber = -1;
  #lastPage: Int32Array | undefined;

  /** The row of a serial, or -1. */
  get(serial: number): number {
    const page = this.#page(serial >>> PAGE_BITS);
    return page === undefined ? -1 : page[serial & (PAGE_SIZE - 1)]!;
  }

  /** Row -1 forgets the serial. */
  set(serial: number, row: number): void {
    const number = serial >>> PAGE_BITS;
    let page = this.#page(number);
    if (page === undefined) {
      page = new Int32Array(PAGE_SIZE).fill(-1);
      this.#pages.set(number, page);
      this.#lastPageNumber = number;
      this.#lastPage = page;
    }
    page[serial & (PAGE_SIZE - 1)] = row;
  }

  #page(number: number): Int32Array | undefined {
    if (number === this.#lastPageNumber) return this.#lastPage;
    const page = this.#pages.get(number);
    if (page !== undefined) {
      this.#lastPageNumber = number;
      this.#lastPage = page;
    }
    return page;
  }
}
