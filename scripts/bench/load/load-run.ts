/** One request; the load generators ask all of a list in turn, again and again. */
export interface LoadRequest {
  method?: 'GET' | 'POST';
  /** Path and query */
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

/** One run against one server. */
export interface LoadRun {
  url: string;
  requests: readonly LoadRequest[];
  connections: number;
  seconds: number;
}

/** What came of it. */
export interface LoadResult {
  requestsPerSecond: number;
  /** Milliseconds */
  p50: number;
  p99: number;
  /** Answers other than 2xx and 3xx, and those that never came */
  errors: number;
}

export type LoadGenerator = (run: LoadRun) => Promise<LoadResult>;
