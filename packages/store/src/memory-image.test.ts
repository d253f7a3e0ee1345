import { cutOff, testImage } from './image.contract.ts';
import { ImageMedium, MemoryImage } from './memory-image.ts';

testImage('memory', async () => {
  const medium = new ImageMedium();
  return {
    open: async () => new MemoryImage(medium),
    openCutOff: async () => cutOff(new MemoryImage(medium)),
    dispose: async () => {},
  };
});
