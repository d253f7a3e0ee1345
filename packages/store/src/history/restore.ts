import { copyBeside } from './beside.ts';
import type { Moment } from './checkpoint.ts';
import { writeNewFolder } from './new-folder.ts';
import { partOf, type Report, reported } from './report.ts';
import { type When, worldAt } from './world-at.ts';

export interface Restored {
  /** The last record that the restored world holds. */
  readonly moment: Moment;
  readonly components: number;
}

/**
 * Makes a data folder with the world as it was, from a data folder or a backup; what lies beside the store comes as it is now.
 * The new folder has a history of its own, which begins with this world.
 * @throws GMG_STORE_GAP when the history does not reach back so far, GMG_STORE_CORRUPT, GMG_STORE_IO when `out` is not empty.
 */
export async function restoreWorld(dir: string, when: When, out: string, report?: Report): Promise<Restored> {
  const world = await worldAt(dir, when, partOf(report, 0, 0.4));
  const written = reported(world.components(), world.about, partOf(report, 0.4, 0.8), 'writes the world');
  const makesImage = (): void => report?.(0.8, 'makes the image');
  const { components } = await writeNewFolder(out, world.moment, written, makesImage);
  report?.(0.98, 'copies what lies beside');
  await copyBeside(dir, out);
  return { moment: world.moment, components };
}
