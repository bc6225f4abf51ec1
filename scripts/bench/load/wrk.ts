import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadRequest, LoadResult, LoadRun } from './load-run';

// Lua understands JSON strings except \u escapes, which no request here has.
const lua = (text: string): string => JSON.stringify(text);

const luaTable = (values: Readonly<Record<string, string>> = {}): string =>
  `{${Object.entries(values)
    .map(([name, value]) => `[${lua(name)}] = ${lua(value)}`)
    .join(', ')}}`;

const luaRequest = ({ method = 'GET', path, headers, body }: LoadRequest): string =>
  `wrk.format(${lua(method)}, ${lua(path)}, ${luaTable(headers)}${body === undefined ? '' : `, ${lua(body)}`})`;

/** The script for wrk: sends the requests in turn, and prints the figures as a line of JSON. */
export function wrkScript(requests: readonly LoadRequest[]): string {
  return `
local asked = 0
local requests = {}
function init(args)
${requests.map((one, at) => `  requests[${at + 1}] = ${luaRequest(one)}`).join('\n')}
end
function request()
  asked = asked % #requests + 1
  return requests[asked]
end
function done(summary, latency)
  local e = summary.errors
  io.write(string.format('{"requests":%d,"us":%d,"p50":%d,"p99":%d,"errors":%d}\\n', summary.requests,
    summary.duration, latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
`;
}

interface Figures {
  requests: number;
  us: number;
  p50: number;
  p99: number;
  errors: number;
}

/** Sends requests with wrk, on one thread, leaving the other core to the server. */
export async function askWithWrk({ url, requests, connections, seconds }: LoadRun): Promise<LoadResult> {
  const folder = mkdtempSync(join(tmpdir(), 'stadtverbund-wrk-'));
  const script = join(folder, 'requests.lua');
  writeFileSync(script, wrkScript(requests));
  try {
    const output = await outputOf('wrk', [
      '--threads=1',
      `--connections=${connections}`,
      `--duration=${seconds}s`,
      '--timeout=30s',
      `--script=${script}`,
      url,
    ]);
    const line = output.split('\n').find((one) => one.startsWith('{"requests"'));
    if (!line) throw new Error(`wrk did not say what it measured:\n${output}`);
    const figures = JSON.parse(line) as Figures;
    return {
      requestsPerSecond: figures.requests / (figures.us / 1e6),
      p50: figures.p50 / 1e3,
      p99: figures.p99 / 1e3,
      errors: figures.errors,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function outputOf(command: string, args: readonly string[]): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject).once('close', () => resolve());
  });
  return output;
}
