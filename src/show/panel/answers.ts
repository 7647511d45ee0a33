import { useEffect, useRef, useState } from 'preact/hooks';
import type { Overview } from '../../metrics/overview.ts';
import { DEMO } from '../demo/kept.ts';
import type { Answer, Ask } from './ask.ts';

/** A file of its own, so that it shares the sums with the faces instead of bringing them a second time; see vite.config.ts. */
const WORKER = 'panel-worker.js';

/** What the worker knows of what is asked, again whenever that changes; until then what was known the last time. */
export function useAnswers(ask: Omit<Ask, 'seen'>, isDemo: boolean, kept?: Overview): Answer {
  const [answer, setAnswer] = useState<Answer>(kept ? { overview: kept, isOld: true } : {});
  const worker = useRef<Worker | null>(null);
  const latest = useRef(ask);
  latest.current = ask;

  const post = () =>
    worker.current?.postMessage({ ...latest.current, seen: document.visibilityState === 'visible' });

  useEffect(() => {
    const made = new Worker(chrome.runtime.getURL(WORKER), {
      type: 'module',
      name: isDemo ? DEMO : '',
    });
    worker.current = made;
    made.onmessage = ({ data }: MessageEvent<Answer>) =>
      setAnswer(({ error: _, ...old }) => ({ ...old, ...(data.overview && { isOld: false }), ...data }));
    made.onerror = ({ message }) => setAnswer((old) => ({ ...old, error: message }));
    document.addEventListener('visibilitychange', post);
    return () => {
      document.removeEventListener('visibilitychange', post);
      made.terminate();
    };
  }, []);
  useEffect(() => {
    post();
  }, [JSON.stringify(ask)]);
  return answer;
}
