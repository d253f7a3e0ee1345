/**
 * Applies a batch in one step, if the image stands where the writer believes it does.
 *
 * KEYS: position, index of buckets, then each bucket. ARGV: expected epoch and sequence, the new position's epoch, sequence, tick
 * and timeMs; then for each bucket its number, the count of fields to set, the count to remove, and those: name and value, or name.
 * Answers [1, components] or [0, epoch, sequence] of where the image stands instead.
 */
export const APPLY = `
local at = redis.call('HMGET', KEYS[1], 'epoch', 'sequence', 'components')
if (at[1] or '0') ~= ARGV[1] or (at[2] or '0') ~= ARGV[2] then
  return {0, at[1] or '0', at[2] or '0'}
end
local count = tonumber(at[3] or '0')
local next = 7
for i = 3, #KEYS do
  local bucket, sets, removals = ARGV[next], tonumber(ARGV[next + 1]), tonumber(ARGV[next + 2])
  next = next + 3
  local last = next + sets * 2
  while next < last do
    local upto = math.min(next + 2000, last)
    count = count + redis.call('HSET', KEYS[i], unpack(ARGV, next, upto - 1))
    next = upto
  end
  last = next + removals
  while next < last do
    local upto = math.min(next + 2000, last)
    count = count - redis.call('HDEL', KEYS[i], unpack(ARGV, next, upto - 1))
    next = upto
  end
  if redis.call('EXISTS', KEYS[i]) == 1 then
    redis.call('ZADD', KEYS[2], bucket, bucket)
  else
    redis.call('ZREM', KEYS[2], bucket)
  end
end
redis.call('HSET', KEYS[1], 'epoch', ARGV[3], 'sequence', ARGV[4], 'tick', ARGV[5], 'timeMs', ARGV[6], 'components', count)
return {1, count}
`;
