import { useEffect } from 'preact/hooks';
import { useLanguage } from './languages.ts';
import { useLive } from './live.ts';
import type { Sources, View } from './view.ts';

interface Props {
  first: Sources;
  everyone: boolean;
  show: (view: View) => void;
}

/** Follows the tab and the history, and has the face drawn anew; it draws nothing itself. */
export function Follow({ first, everyone, show }: Props) {
  const view = useLive(first, everyone);
  const times = useLanguage(view.language);
  useEffect(() => show({ ...view }), [view, times]);
  return null;
}
