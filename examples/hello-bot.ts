/**
 * A bot of a few lines: it logs in, says hello, and walks a circle.
 *
 *   node examples/hello-bot.ts [ACCOUNT] [PASSWORD] [HOST] [PORT]
 */
import { connectTcp } from '@gommog/net';
import { ScriptedClient } from '@gommog/uo/bots';

/** Pace of somebody on foot, in milliseconds. */
const STEP_MS = 400;
/** North, north-east, and so on round to north-west. */
const DIRECTIONS = [0, 1, 2, 3, 4, 5, 6, 7];

/** What the bot does once it is in the world. `wait` lets milliseconds pass. Returns how many steps the shard accepted. */
export async function sayHelloAndWalk(
  client: ScriptedClient,
  wait: (ms: number) => Promise<void>,
): Promise<number> {
  client.say('Hello!');
  for (const direction of DIRECTIONS) {
    // The first request turns, the second one goes: as with any client.
    for (let i = 0; i < 2; i++) {
      client.walk(direction);
      await wait(STEP_MS);
    }
  }
  return client.count.accepted;
}

if (import.meta.main) {
  const [account = 'hello', password = 'hello', host = '127.0.0.1', port = '2593'] = process.argv.slice(2);
  const client = new ScriptedClient({
    connect: connectTcp,
    host,
    port: Number(port),
    account,
    password,
    now: () => performance.now(),
  });
  await client.login(0, { name: 'Hello Bot' });
  console.log(`in the world at ${client.x}, ${client.y}`);
  const steps = await sayHelloAndWalk(client, (ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  console.log(`${steps} steps and turns later at ${client.x}, ${client.y}`);
  client.logout();
  client.close();
}
