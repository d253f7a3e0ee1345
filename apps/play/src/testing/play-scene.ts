import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { runGommog, ShardProcess } from '@gommog/testkit';
import { type BrowserView, type OpenPage, openPage } from './browser.ts';
import { Person } from './person.ts';
import { Places, type Spot } from './places.ts';
import { Watcher } from './watcher.ts';

const env = { GOMMOG_LOG_LEVEL: 'warn', GOMMOG_UO_WORLDSIZE: '512' };
/** Screenshots are left here for whoever wants to see what the test saw. */
const pictures = process.env['PLAY_PICTURES'];

/** A shard with a world of its own, a member of staff who is at hand with a UO client, and somebody at a browser. */
export class PlayScene {
  readonly #dir: string;
  shard: ShardProcess;
  readonly watcher: Watcher;
  readonly open: OpenPage;
  readonly person: Person;
  readonly places: Places;
  #hasFailed = false;

  /** `staff`: also makes an account `staff`, password `secret`, of a gamemaster. */
  static async open(view: BrowserView, staff = false): Promise<PlayScene> {
    const dir = await mkdtemp(join(tmpdir(), 'gommog-play-'));
    await (await ShardProcess.start({ data: dir, env })).stop();
    const account = (name: string, access: string): Promise<unknown> =>
      runGommog('account', 'create', name, '--password', 'secret', '--access', access, '--data', dir);
    await account('watcher', 'administrator');
    if (staff) await account('staff', 'gamemaster');
    const places = await Places.in(dir);
    const shard = await ShardProcess.start({ data: dir, env });
    const watcher = await Watcher.enter(shard.port('uo'), 'watcher', 'secret');
    return new PlayScene(dir, shard, watcher, await openPage(view), places);
  }

  private constructor(dir: string, shard: ShardProcess, watcher: Watcher, open: OpenPage, places: Places) {
    this.#dir = dir;
    this.shard = shard;
    this.watcher = watcher;
    this.open = open;
    this.person = new Person(open.page);
    this.places = places;
  }

  get url(): string {
    return `http://127.0.0.1:${this.shard.port('http')}/`;
  }

  async close(): Promise<void> {
    this.watcher.client.close();
    await this.open.close();
    await this.shard.kill9();
    await rm(this.#dir, { recursive: true });
  }

  /** Kills the shard as a loss of power would, and calls back before it is started again in the same place. */
  async restart(whileDown: () => Promise<void>): Promise<void> {
    const ports = { game: this.shard.port('uo'), http: this.shard.port('http') };
    await this.shard.kill9();
    await whileDown();
    this.shard = await ShardProcess.start({ data: this.#dir, env, ports });
  }

  /** Leaves a picture of the page. */
  async look(name: string): Promise<void> {
    if (pictures !== undefined) await this.open.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  /** One step of one person's way: each begins where the one before ended, and is skipped when that failed. */
  step(t: TestContext, name: string, run: () => Promise<void>): Promise<void> {
    return t.test(name, async (inner) => {
      if (this.#hasFailed) return inner.skip('the step before it failed');
      try {
        await run();
      } catch (error) {
        this.#hasFailed = true;
        throw error;
      } finally {
        await this.look(name.replaceAll(/[^a-z]+/g, '-'));
      }
    });
  }

  /** Makes an account and a character, and is in the world. */
  async enter(account: string, character: string): Promise<void> {
    const { page } = this.open;
    await page.goto(this.url);
    await page.getByRole('button', { name: 'I am new here' }).click();
    await page.getByLabel('Account').fill(account);
    await page.getByLabel('Password').fill('secret12');
    await page.getByRole('button', { name: 'Make the account' }).click();
    await page.getByLabel('Name').fill(character);
    await page.getByRole('button', { name: 'Enter the world' }).click();
    await this.person.until('the world', ({ phase, serial }) => phase === 'world' && serial !== 0);
  }

  /** The watcher takes the person to a place. */
  async take(character: string, at: Spot): Promise<void> {
    await this.watcher.take(character, at);
    await this.person.until('to be taken', ({ x, y }) => x === at.x && y === at.y);
  }
}
