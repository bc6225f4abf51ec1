import { createStore, del, delMany, entries, get, keys, set, type UseStore } from 'idb-keyval';

// Two databases: what somebody typed outlasts what was merely seen.
const STORES = { typed: 'stadtverbund-typed', seen: 'stadtverbund-seen' } as const;

/** Things that are kept on this device. Where the browser keeps nothing (private windows), each is as if it were empty. */
export interface Kept {
  get<Value>(key: string): Promise<Value | undefined>;
  /** @returns whether it is kept now */
  set(key: string, value: unknown): Promise<boolean>;
  delete(key: string): Promise<void>;
  /** Those whose key begins so. */
  entries<Value>(start: string): Promise<(readonly [key: string, value: Value])[]>;
  /** Forgets all whose key begins so. */
  clear(start: string): Promise<void>;
}

function opened(name: string): () => UseStore {
  let store: UseStore | undefined;
  return () => (store ??= createStore(name, 'kept'));
}

const orElse = async <Value>(work: () => Promise<Value>, otherwise: Value): Promise<Value> => {
  try {
    return await work();
  } catch {
    return otherwise;
  }
};

function keptIn(name: string): Kept {
  const store = opened(name);
  return {
    get: (key) => orElse(() => get(key, store()), undefined),
    set: (key, value) => orElse(() => set(key, value, store()).then(() => true), false),
    delete: (key) => orElse(() => del(key, store()), undefined),
    entries: (start) =>
      orElse(
        async () => (await entries<string, never>(store())).filter(([key]) => key.startsWith(start)),
        [],
      ),
    clear: (start) =>
      orElse(
        async () =>
          delMany(
            (await keys<string>(store())).filter((key) => key.startsWith(start)),
            store(),
          ),
        undefined,
      ),
  };
}

/** What was typed and is not stored by the city yet. */
export const typed = keptIn(STORES.typed);

/** What the city said last, for the time without a net. */
export const seen = keptIn(STORES.seen);
