import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../lib/project';

/** A server in a separate process. */
export interface StartedProcess {
  /** `http://127.0.0.1:PORT` */
  url: string;
  child: ChildProcess;
  /** Asks the process to end and waits until it has. */
  stop(): Promise<void>;
}

/** The message of a started process when it listens. */
export interface Ready {
  port: number;
}

interface Options {
  env: NodeJS.ProcessEnv;
  args?: readonly string[];
  /** Arguments for node itself, such as `--cpu-prof` */
  nodeArgs?: readonly string[];
}

// Strapi closes its connections and pg-boss waits for its jobs, which takes a few seconds at most.
const STOP_DEADLINE_MS = 20_000;

/**
 * Starts a file of scripts/bench in a separate process and waits until it listens. It ends with this process, when the
 * channel between them closes.
 *
 * @throws with its output if it ends before that
 */
export async function startProcess(
  file: string,
  { env, args = [], nodeArgs = [] }: Options,
): Promise<StartedProcess> {
  const child = fork(join(__dirname, file), args, {
    cwd: PROJECT_ROOT,
    env,
    execArgv: ['--import', 'tsx', ...nodeArgs],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-8_000)));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as Ready).port));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${String(code)}:\n${output}`)));
  });
  return { url: `http://127.0.0.1:${port}`, child, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  const deadline = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
  if (child.connected) child.disconnect();
  await exit;
  clearTimeout(deadline);
}
