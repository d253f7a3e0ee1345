/** Stable codes of what can be wrong with bytes; they go to logs. */
export type WireErrorCode =
  | 'GMG_WIRE_TRUNCATED'
  | 'GMG_WIRE_BAD_VALUE'
  | 'GMG_WIRE_TOO_LONG'
  | 'GMG_WIRE_LEFTOVER'
  | 'GMG_WIRE_UNKNOWN_PACKET'
  | 'GMG_WIRE_BAD_DATA';

/** Bytes that are not what their description says. The only error a generated reader throws. */
export class WireError extends Error {
  override readonly name = 'WireError';
  readonly code: WireErrorCode;

  constructor(code: WireErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
