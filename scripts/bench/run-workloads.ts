import type { NamedGenerator } from './load/generator';
import type { LoadRequest } from './load/load-run';
import type { Measured, WorkloadResult } from './report/result';

export type ServerName = 'stadtverbund' | 'memory' | 'handwritten' | 'vanilla';

/** The same question to several servers, as each of them expects it. */
export interface Workload {
  name: string;
  /** In the order in which they are measured and shown */
  requests: Partial<Record<ServerName, readonly LoadRequest[]>>;
  /** Whether every question is asked once beforehand, to measure cached answers */
  kept?: boolean;
}

export interface Measuring {
  urls: Partial<Record<ServerName, string>>;
  generator: NamedGenerator;
  seconds: number;
  rounds: number;
  connections: number;
  /** Called before each run */
  onRun?: (workload: string, server: string) => void;
}

const WARM_UP_SECONDS = 1;

/** How many runs there will be, warm-ups included; for the progress bar. */
export const countRuns = (workloads: readonly Workload[], rounds: number): number =>
  workloads.reduce((sum, { requests }) => sum + Object.keys(requests).length * (rounds + 1), 0);

/**
 * Measures workload after workload: every server is warmed up, then each round runs all servers one after the other.
 *
 * @throws if a server answers anything but 2xx before the first run
 */
export async function runWorkloads(
  workloads: readonly Workload[],
  measuring: Measuring,
): Promise<WorkloadResult[]> {
  const results: WorkloadResult[] = [];
  for (const workload of workloads) results.push(await runWorkload(workload, measuring));
  return results;
}

async function runWorkload(
  { name, requests, kept }: Workload,
  measuring: Measuring,
): Promise<WorkloadResult> {
  const { generator, seconds, rounds, connections, onRun } = measuring;
  const servers = Object.keys(requests) as ServerName[];
  const runOf = async (server: ServerName, length: number) => {
    onRun?.(name, server);
    const url = urlOf(measuring, server);
    const asked = requests[server] ?? [];
    const result = await generator.ask({ url, requests: asked, connections, seconds: length });
    // A slow server is still working on requests that the generator no longer waits for; the next one starts after
    // that.
    await answerSize(url, asked[0]);
    return result;
  };
  let bytes = 0;
  for (const server of servers) {
    const size = await answerSize(urlOf(measuring, server), requests[server]?.[0]);
    if (server === 'stadtverbund') bytes = size;
    if (kept && server !== 'vanilla')
      for (const request of requests[server] ?? []) await answerSize(urlOf(measuring, server), request);
    await runOf(server, WARM_UP_SECONDS);
  }
  const measured = new Map<ServerName, Measured>(
    servers.map((server) => [server, { server, requestsPerSecond: [], p50: [], p99: [], errors: 0 }]),
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const [server, one] of measured) {
      const result = await runOf(server, seconds);
      one.requestsPerSecond.push(result.requestsPerSecond);
      one.p50.push(result.p50);
      one.p99.push(result.p99);
      one.errors += result.errors;
    }
  }
  return { name, bytes, measured: [...measured.values()] };
}

function urlOf({ urls }: Measuring, server: ServerName): string {
  const url = urls[server];
  if (!url) throw new Error(`The server "${server}" has not been started.`);
  return url;
}

async function answerSize(url: string, request: LoadRequest | undefined): Promise<number> {
  if (!request) throw new Error('A workload without a request measures nothing.');
  const answer = await fetch(url + request.path, {
    method: request.method ?? 'GET',
    ...(request.headers ? { headers: request.headers } : {}),
    ...(request.body === undefined ? {} : { body: request.body }),
  });
  const body = await answer.arrayBuffer();
  if (!answer.ok) {
    const text = Buffer.from(body).toString().slice(0, 500);
    throw new Error(`${url}${request.path} answers ${answer.status}: ${text}`);
  }
  return body.byteLength;
}
