/** The thread of an image: what it has to read, write and flush holds up nobody but itself. */
import { type MessagePort, workerData } from 'node:worker_threads';
import { serveImage } from './image-port.ts';
import { type ImagePlace, imageSource } from './store-settings.ts';

/** What the thread is started with. */
export interface ImageWorkerData {
  readonly place: ImagePlace;
  readonly port: MessagePort;
}

const { place, port } = workerData as ImageWorkerData;
await serveImage(port, () => imageSource(place).open());
