import { readCommandLine } from './lib/command-line';
import { runSteps } from './lib/steps/run-steps';
import { generatedTypesStep, importsStep, lintStep, typecheckSteps } from './lib/steps/source-steps';
import { allTestsStep } from './lib/steps/test-steps';
import { runScript } from './lib/run-script';

readCommandLine({
  help: `
Usage: npm test

Everything: lint, types, who may import whom, freshness of types/generated, unit, integration and end-to-end tests. Brings its own PostgreSQL,
Chromium and, on Debian, nginx, and cleans up; runs side by side do not disturb each other. The last line counts tests and steps:
N passed, N failed. One file: npx jest tests/integration/harness.test.ts
`,
});

runScript(() => runSteps([lintStep, ...typecheckSteps, importsStep, generatedTypesStep, allTestsStep]));
