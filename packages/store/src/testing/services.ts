/** Servers that tests of adapters run against: each is skipped, and says so, when its address is not given. */

const HOW = "run 'npm run services' and set what it prints";

function addressOf(variable: string): { url: string; skip: string | false } {
  const url = process.env[variable] ?? '';
  return { url, skip: url === '' ? `${variable} is not set: ${HOW}` : false };
}

const redis = addressOf('GOMMOG_TEST_REDIS');
const mongodb = addressOf('GOMMOG_TEST_MONGODB');

export const redisUrl = redis.url;
/** For the option `skip` of a test. */
export const skipWithoutRedis = redis.skip;

export const mongodbUrl = mongodb.url;
export const skipWithoutMongodb = mongodb.skip;
