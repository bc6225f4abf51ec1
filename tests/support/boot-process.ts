import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../scripts/lib/project';

/**
 * Boots and ends Strapi in a separate process.
 *
 * @param environment variables in addition to those of the run
 * @throws with the output of the process if the boot failed
 */
export async function bootInOwnProcess(
  databaseUrl: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'boot-and-stop.ts')], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ...environment, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0) throw new Error(`Strapi does not boot:\n${output}`);
}
