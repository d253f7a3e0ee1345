import { testCommitLog } from './commit-log.contract.ts';
import { LogMedium, MemoryLog } from './memory-log.ts';

testCommitLog('memory', async () => {
  const medium = new LogMedium();
  return {
    open: async () => new MemoryLog(medium),
    refuse: (on) => {
      medium.fault = on ? new Error('refused') : null;
    },
    dispose: async () => {},
  };
});
