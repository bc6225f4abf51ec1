import { execFileSync } from 'node:child_process';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { PROJECT_ROOT } from '../../lib/project';
import type { BenchOptions } from '../options';
import type { Circumstances } from './result';

const GIGABYTE = 2 ** 30;

function commit(): string {
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: PROJECT_ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const changed = git('status', '--porcelain', '--', 'src', 'config', 'database', 'scripts').trim() !== '';
    return `${git('rev-parse', '--short', 'HEAD').trim()}${changed ? ' with changes' : ''}`;
  } catch {
    // A download has no git; the figures are still worth something.
    return 'unknown';
  }
}

/** The circumstances on which the value of a figure depends. */
export function circumstances(
  options: BenchOptions,
  { postgresql, generator }: { postgresql: string; generator: string },
): Circumstances {
  const processors = cpus();
  return {
    date: new Date().toISOString(),
    commit: commit(),
    machine: `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / GIGABYTE)} GB, ${platform()} ${release()}`,
    node: process.version,
    postgresql,
    generator,
    size: options.size,
    seconds: options.seconds,
    rounds: options.rounds,
    connections: options.connections,
    loadBefore: loadavg()[0] ?? 0,
  };
}
