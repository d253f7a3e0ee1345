/** A server that tests need and that gommog does not contain: how it gets here, how it starts, how it ends. */
export interface Service {
  /** As in the name of its file. */
  readonly name: string;
  /**
   * Brings its program into `cache` (a folder of this service alone, made when missing); nothing to do when it is there.
   * @throws with the reason when it cannot be had on this machine.
   */
  install(cache: string): Promise<void>;
  /**
   * Starts it on 127.0.0.1 and resolves when it answers. `dir` keeps its data: started there again, it goes on with what it had.
   * `port` must be free.
   */
  start(options: StartOptions): Promise<RunningService>;
}

export interface StartOptions {
  readonly dir: string;
  readonly port: number;
}

export interface RunningService {
  /** What a client of it is given. */
  readonly url: string;
  readonly pid: number;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
  /** Ends it as a crash would, and waits until it is gone. */
  kill9(): Promise<void>;
}
