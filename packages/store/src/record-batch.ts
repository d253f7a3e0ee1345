/** Encoded records as one buffer, which crosses threads without being copied: each is a u32 length, little-endian, and its bytes. */
export function joinRecords(records: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (const { length: size } of records) length += size + 4;
  const batch = new Uint8Array(length);
  const view = new DataView(batch.buffer);
  let at = 0;
  for (const encoded of records) {
    view.setUint32(at, encoded.length, true);
    batch.set(encoded, at + 4);
    at += encoded.length + 4;
  }
  return batch;
}

/** The records of a batch, in order, as views of it. */
export function splitRecords(batch: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] {
  const view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength);
  const records: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < batch.length; ) {
    const start = at + 4;
    at = start + view.getUint32(at, true);
    records.push(batch.subarray(start, at));
  }
  return records;
}
