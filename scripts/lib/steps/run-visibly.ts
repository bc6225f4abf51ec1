import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../project';

/**
 * Runs the command of an npm package and shows its output as it comes.
 *
 * @returns the exit code
 */
export function runVisibly(packageName: string, args: string[], command = packageName): Promise<number> {
  const child = spawn(process.execPath, [commandOf(packageName, command), ...args], {
    cwd: PROJECT_ROOT,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve(code ?? 1));
  });
}

/** The file that `npx command` would run, without npm's own start-up time and warnings. */
function commandOf(packageName: string, command: string): string {
  const manifest = packageFile(packageName);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (!file) throw new Error(`${packageName} has no command ${command}: run "npm ci".`);
  return join(dirname(manifest), file);
}

function packageFile(name: string): string {
  for (const folder of createRequire(__filename).resolve.paths(name) ?? []) {
    const file = join(folder, name, 'package.json');
    if (existsSync(file)) return file;
  }
  throw new Error(`${name} is not installed: run "npm ci".`);
}
