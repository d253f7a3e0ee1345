export { checkFolder, type Damage, type FolderCheck } from './check-folder.ts';
export type { CommitLog, LogEntry, LogRange } from './commit-log.ts';
export { copyFolder, type FolderCopyOptions, type StorePlace } from './copy-folder.ts';
export type { Copied, CopyProgress } from './copy-store.ts';
export type { CrashPoint, StoreFaults } from './faults.ts';
export { FileLog } from './file-log.ts';
export { FolderLock } from './folder-lock.ts';
export { type Backup, backUp } from './history/backup.ts';
export type { Moment } from './history/checkpoint.ts';
export { type ComponentChange, type EntityChange, entityHistory } from './history/entity-history.ts';
export type { Report } from './history/report.ts';
export { restoreWorld } from './history/restore.ts';
export { type When, type WorldAt, worldAt, worldNow } from './history/world-at.ts';
export type { Image, ImageSource, Position, StoredComponent } from './image.ts';
export { type KafkaLog, openKafkaLog } from './kafka-log.ts';
export type { KafkaSettings } from './kafka-partition.ts';
export { LmdbImage } from './lmdb-image.ts';
export { NodeDisk } from './log-disk.ts';
export { logPlaceOf } from './log-place.ts';
export { ImageMedium, MemoryImage } from './memory-image.ts';
export { LogMedium, MemoryLog } from './memory-log.ts';
export {
  type ComponentSink,
  type MediumOptions,
  openStore,
  openStoreOver,
  type Store,
  type StoreOptions,
} from './open-store.ts';
export {
  type ImageReading,
  type LogWindow,
  readImage,
  readLog,
  readLogFiles,
  readLogOf,
} from './read-store.ts';
export type { Recovered } from './recovery.ts';
export { type Repaired, repairLog, type Sacrifice } from './repair-log.ts';
export { renameFlushed, replaceFile } from './replace-file.ts';
export type { ImageMetrics, SaveMetrics, SaveQueue, SaveQueueLimits } from './save-queue.ts';
export {
  asStoreError,
  fromPortable,
  type PortableError,
  StoreError,
  type StoreErrorCode,
  toPortable,
} from './store-error.ts';
export type { ImageSettings, LogSettings } from './store-settings.ts';
