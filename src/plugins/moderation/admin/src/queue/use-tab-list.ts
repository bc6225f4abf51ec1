import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { PageOf } from '#src/admin/components/page-of';
import { useLoaded, type Loaded } from '#src/admin/components/use-loaded';

interface Asked<State extends string> {
  readonly state: State;
  readonly page: number;
}

export interface TabList<State extends string, T> extends Asked<State> {
  readonly loaded: Loaded<PageOf<T>>;
  /** Filters by a state, starting at the first page. */
  readonly choose: (state: State) => void;
  readonly turn: (page: number) => void;
}

/**
 * The list of a tab. State and page are part of the address, so that a link leads to the same list.
 * @param states the states to filter by, the default one first
 * @param read must keep its identity (`useCallback`, or a method of a memoized API)
 */
export function useTabList<State extends string, T>(
  tab: string,
  states: readonly [State, ...State[]],
  read: (asked: Asked<State>, signal: AbortSignal) => Promise<PageOf<T>>,
): TabList<State, T> {
  const [params, setParams] = useSearchParams();
  const state = states.find((name) => name === params.get('state')) ?? states[0];
  const page = Number(params.get('page') ?? 1);
  const loaded = useLoaded(
    useCallback((signal: AbortSignal) => read({ state, page }, signal), [read, state, page]),
  );
  return {
    state,
    page,
    loaded,
    choose: (next) => setParams({ tab, state: next }),
    turn: (next) => setParams({ tab, state, page: String(next) }),
  };
}
