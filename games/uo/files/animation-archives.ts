import { WireError } from '@gommog/wire';
import type { Frame } from '../art/art-source.ts';
import type { ClientFolder } from './client-folder.ts';
import { decodePackedAnimation } from './read-animations.ts';
import { SpanFile } from './span-file.ts';
import { UopArchive } from './uop-archive.ts';

const LAST_ARCHIVE = 6;

interface OpenArchive {
  readonly table: UopArchive;
  readonly file: SpanFile;
}

/** What is asked for of an archive. */
export interface PackedAction {
  readonly body: number;
  /** 0 to 99. */
  readonly action: number;
  /** Of the files, 0 to 4. */
  readonly direction: number;
  readonly isEquipment: boolean;
}

/**
 * AnimationFrame1.uop to AnimationFrame6.uop: frames by body and action. Their tables are kept in memory, and frames are read when they are
 * asked for, while the caller waits: it is for a thread of its own.
 */
export class AnimationArchives {
  readonly #archives: readonly OpenArchive[];

  /** Those that the folder has. Throws ClientFileError when a table is damaged. */
  static async open(folder: ClientFolder): Promise<AnimationArchives> {
    const archives: OpenArchive[] = [];
    for (let number = 1; number <= LAST_ARCHIVE; number++) {
      const name = `AnimationFrame${number}.uop`;
      if (!folder.has(name)) continue;
      const table = await folder.use(name, (file) => UopArchive.open(file));
      archives.push({ table, file: new SpanFile(folder.pathOf(name)) });
    }
    return new AnimationArchives(archives);
  }

  private constructor(archives: readonly OpenArchive[]) {
    this.#archives = archives;
  }

  get isEmpty(): boolean {
    return this.#archives.length === 0;
  }

  has(body: number, action: number): boolean {
    const path = pathOf(body, action);
    return this.#archives.some(({ table }) => table.placeOf(path) !== null);
  }

  /** Null when no archive has such an action. Throws ClientFileError when it is damaged. */
  frames({ action, body, direction, isEquipment }: PackedAction): Frame[] | null {
    const path = pathOf(body, action);
    for (const { file, table } of this.#archives) {
      const place = table.placeOf(path);
      if (place === null) continue;
      const bytes = file.read(place);
      try {
        return decodePackedAnimation(bytes, action, direction, isEquipment);
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
        throw file.damaged(place.offset, `${path}: ${error.message}`, 'frames of this action');
      }
    }
    return null;
  }

  close(): void {
    for (const { file } of this.#archives) file.close();
  }
}

/** Path of an action's frames. Source: reference section 20.7. */
function pathOf(body: number, action: number): string {
  return `build/animationlegacyframe/${String(body).padStart(6, '0')}/${String(action).padStart(2, '0')}.bin`;
}
