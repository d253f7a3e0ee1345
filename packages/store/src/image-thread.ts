import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { Image, ImageSource } from './image.ts';
import { PortImage } from './image-port.ts';
import type { ImageWorkerData } from './image-worker.ts';
import { StoreError } from './store-error.ts';
import { type ImagePlace, imageSource } from './store-settings.ts';
import { THREAD_MEMORY } from './thread-memory.ts';

/** The same image, opened in a thread of its own. */
export function threadSource(place: ImagePlace): ImageSource {
  return { ...imageSource(place), open: () => openInThread(place) };
}

async function openInThread(place: ImagePlace): Promise<Image> {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL('./image-worker.ts', import.meta.url), {
    workerData: { place, port: port2 } satisfies ImageWorkerData,
    transferList: [port2],
    name: `image-${place.settings.kind}`,
    resourceLimits: THREAD_MEMORY,
  });
  let reason = '';
  worker.on('error', (error) => {
    reason = `: ${error instanceof Error ? error.message : String(error)}`;
  });
  const exited = once(worker, 'exit');
  // Its last words may still be under way when it has ended.
  const silent = once(port1, 'close');
  const ended = Promise.all([exited, silent]).then(
    () => new StoreError('GMG_STORE_CLOSED', `the thread of the image ended${reason}`),
  );
  return PortImage.open(port1, ended, () => worker.terminate());
}
