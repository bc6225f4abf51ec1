import { join } from 'node:path';
import { PROJECT_ROOT } from '../project';
import { lintCache } from './lint-cache';
import type { Step } from './run-steps';
import { runVisibly } from './run-visibly';

/** @param args of the command, worked out when it is run */
function commandStep(
  name: string,
  packageName: string,
  args: readonly string[] | (() => readonly string[]),
  command?: string,
): Step {
  return {
    name,
    async run() {
      const given = typeof args === 'function' ? args() : args;
      const code = await runVisibly(packageName, [...given], command);
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

export const formatStep = commandStep('format', 'prettier', [
  ...['--check', '--log-level', 'warn', '.'],
  // By contents: a checkout sets new times, and a file is formatted by nothing but itself and the settings.
  ...['--cache', '--cache-strategy', 'content', '--cache-location', join(PROJECT_ROOT, '.cache', 'prettier')],
]);

export const lintStep = commandStep('lint', 'eslint', () => [
  '.',
  ...['--cache', '--cache-location', lintCache(PROJECT_ROOT)],
]);

export const typecheckSteps: Step[] = [
  commandStep('types of server, scripts and tests', 'typescript', ['-p', 'tsconfig.tools.json'], 'tsc'),
  commandStep('types of the admin panel', 'typescript', ['-p', 'tsconfig.admin.json'], 'tsc'),
  commandStep('types of the client', 'typescript', ['-p', 'packages/client', '--noEmit'], 'tsc'),
];

export const importsStep = commandStep(
  'who may import whom',
  'dependency-cruiser',
  ['--config', '.dependency-cruiser.cjs', 'src', 'config', 'scripts', 'examples'],
  'depcruise',
);

export const unusedStep = commandStep('unused files, exports and packages', 'knip', []);

export const generatedTypesStep = commandStep('freshness of types/generated', 'tsx', [
  join(PROJECT_ROOT, 'scripts', 'types.ts'),
  '--check',
]);
