/** "Stage (Pipeline)" in its two parts; both may have brackets of their own. */
export function apart(shown: string): [stage: string, pipeline?: string] {
  if (!/[)）]$/u.test(shown)) return [shown];
  let open = 0;
  let at = shown.length;
  do {
    at--;
    if (/[)）]/u.test(shown[at] ?? '')) open++;
    if (/[(（]/u.test(shown[at] ?? '')) open--;
  } while (open > 0 && at > 0);
  const stage = shown.slice(0, at).trim();
  return open > 0 || !stage ? [shown] : [stage, shown.slice(at + 1, -1).trim()];
}
