import { request } from './request';

export interface CacheMetrics {
  /** Requests so far, by outcome */
  requests: Record<string, number>;
  bytes: number;
  answers: number;
}

/** For the docblock of a suite: `{"env": {"METRICS_TOKEN": "metrics-token-of-the-tests"}}`. */
export const METRICS_TOKEN = 'metrics-token-of-the-tests';

/** What /metrics says about the response cache; the suite needs METRICS_TOKEN in its environment. */
export async function cacheMetrics(): Promise<CacheMetrics> {
  const { text } = await request('/metrics', { token: METRICS_TOKEN });
  const value = (pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? Number.NaN);
  const counts = text.matchAll(
    /^stadtverbund_http_request_duration_seconds_count\{result="(\w+)"\} (\d+)$/gm,
  );
  return {
    requests: Object.fromEntries([...counts].map(([, result = '', count]) => [result, Number(count)])),
    bytes: value(/^stadtverbund_cache_bytes (\d+)/m),
    answers: value(/^stadtverbund_cache_answers (\d+)/m),
  };
}
