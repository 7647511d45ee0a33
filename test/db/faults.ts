/* Ends a writing transaction at one of its requests, as the end of its worker does, or a disk without room. */

const REQUESTS = ['get', 'getAll', 'getAllKeys', 'getKey', 'count', 'openCursor', 'openKeyCursor'] as const;
const WRITES = ['put', 'add', 'delete', 'clear'] as const;
type Source = IDBObjectStore | IDBIndex | IDBCursor;
type Method = (this: Source, ...args: unknown[]) => IDBRequest;

/** `before`: the request never comes. `after`: it is done, and nothing after it. `full`: there is no room for it. */
export type Fault = 'before' | 'after' | 'full';
export const FAULTS: readonly Fault[] = ['before', 'after', 'full'];

const transactionOf = (source: Source): IDBTransaction => {
  const owner = 'source' in source ? source.source : source;
  return 'transaction' in owner ? owner.transaction : owner.objectStore.transaction;
};

/** Does `run` with the fault at its request number `at`; tells whether it came to that, and what `run` came to. */
export async function withFault<T>(
  fault: Fault,
  at: number,
  run: () => Promise<T>,
): Promise<{ struck: boolean; outcome: PromiseSettledResult<T> }> {
  let count = 0;
  let struck = false;
  const strike = (method: Method, isWrite: boolean): Method =>
    function (this: Source, ...args) {
      const transaction = transactionOf(this);
      const counts = transaction.mode !== 'readonly' && (fault !== 'full' || isWrite);
      if (!counts || ++count !== at) return method.apply(this, args);
      struck = true;
      if (fault === 'full') throw new DOMException('no room', 'QuotaExceededError');
      if (fault === 'before') {
        transaction.abort();
        throw new DOMException('the worker was ended', 'AbortError');
      }
      const request = method.apply(this, args);
      request.addEventListener('success', () => transaction.abort());
      return request;
    };
  const restore = [IDBObjectStore, IDBIndex, IDBCursor].map(({ prototype }) => replaceIn(prototype, strike));
  try {
    const [outcome] = await Promise.allSettled([run()]);
    return { struck, outcome };
  } finally {
    for (const back of restore) back();
  }
}

function replaceIn(prototype: object, strike: (method: Method, isWrite: boolean) => Method): () => void {
  const all = prototype as Record<string, Method | undefined>;
  const names = [...REQUESTS, ...WRITES, 'update'].filter((name) => Object.hasOwn(all, name));
  const before = names.map((name) => [name, all[name]] as const);
  for (const [name, method] of before)
    if (method) all[name] = strike(method, !REQUESTS.some((read) => read === name));
  return () => {
    for (const [name, method] of before) all[name] = method;
  };
}
