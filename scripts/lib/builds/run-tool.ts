import { spawn } from 'node:child_process';
import { PROJECT_ROOT } from '../project';

/**
 * Runs a tool from node_modules, silently unless it fails.
 *
 * @param entry file that Node runs
 * @throws with the tool's output if it does not exit with 0
 */
export async function runTool(
  entry: string,
  args: string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const child = spawn(process.execPath, [entry, ...args], {
    cwd: PROJECT_ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0) throw new Error(Buffer.concat(output).toString('utf8').trim());
}
