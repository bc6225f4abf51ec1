/** One request; the load generators cycle through a list of them. */
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

/** The result of a run. */
export interface LoadResult {
  requestsPerSecond: number;
  /** Milliseconds */
  p50: number;
  p99: number;
  /** Answers other than 2xx and 3xx, and missing ones */
  errors: number;
}

export type LoadGenerator = (run: LoadRun) => Promise<LoadResult>;
