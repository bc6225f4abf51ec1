import autocannon from 'autocannon';
import type { LoadResult, LoadRun } from './load-run';

process.once('message', (message) => {
  const { url, requests, connections, seconds } = message as LoadRun;
  void autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 30,
    requests: requests.map(({ method = 'GET', path, headers, body }) => ({
      method,
      path,
      ...(headers ? { headers } : {}),
      ...(body === undefined ? {} : { body }),
    })),
  }).then((result) => {
    const figures: LoadResult = {
      requestsPerSecond: result.requests.average,
      p50: result.latency.p50,
      p99: result.latency.p99,
      errors: result.errors + result.timeouts + result.non2xx,
    };
    process.send?.(figures, () => process.disconnect());
  });
});
