import { useEffect } from 'preact/hooks';
import { wants } from './live.ts';

/** Has the shard tell more each second, as long as a page is open. */
export function useWants(what: 'people' | 'jobs'): void {
  useEffect(() => {
    wants.value = { [what]: true };
    return () => {
      wants.value = {};
    };
  }, [what]);
}
