import type { Sound } from '../art-source.ts';

const RATE = 22_050;
const HEADER_BYTES = 44;

/** A sound as a WAV file: 16-bit mono at 22,050 Hz. Source: the RIFF WAVE format. */
export function wavOf({ samples }: Sound): Buffer {
  const bytes = samples.length * 2;
  const wav = Buffer.alloc(HEADER_BYTES + bytes);
  wav.write('RIFF', 0, 'ascii');
  wav.writeUInt32LE(HEADER_BYTES - 8 + bytes, 4);
  wav.write('WAVEfmt ', 8, 'ascii');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'ascii');
  wav.writeUInt32LE(bytes, 40);
  for (const [i, sample] of samples.entries()) wav.writeInt16LE(sample, HEADER_BYTES + i * 2);
  return wav;
}
