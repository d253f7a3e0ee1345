import { useEffect, useState } from 'preact/hooks';
import { ApiError, request } from './session.ts';

export interface Loaded<T> {
  readonly data: T | null;
  readonly error: string;
  readonly reload: () => void;
}

/** What the API says at a path, asked anew when the path changes, and each `everyMs` if that is not 0. Null: asks nothing. */
export function useLoad<T>(path: string | null, everyMs = 0): Loaded<T> {
  const [data, setData] = useState<T | null>(null);
  const [error, setError] = useState('');
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (path === null) {
      setData(null);
      return;
    }
    let isCurrent = true;
    const ask = (): void => {
      request<T>('GET', path).then(
        (answer) => {
          if (!isCurrent) return;
          setData(answer);
          setError('');
        },
        (problem: unknown) => {
          if (!isCurrent) return;
          setError(problem instanceof ApiError ? problem.message : String(problem));
        },
      );
    };
    ask();
    const timer = everyMs > 0 ? setInterval(ask, everyMs) : undefined;
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [path, everyMs, round]);
  return { data, error, reload: () => setRound((before) => before + 1) };
}
