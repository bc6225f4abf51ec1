import { readCommandLine } from './lib/command-line';
import { runSteps } from './lib/steps/run-steps';
import { formatStep, importsStep, lintStep, typecheckSteps, unusedStep } from './lib/steps/source-steps';
import { unitTestStep } from './lib/steps/test-steps';
import { runScript } from './lib/run-script';

readCommandLine({
  help: `
Usage: npm run check

The habit before a commit: formatting, lint, types of server, tools and admin panel, who
may import whom, unused exports, unit tests. Without a database; on two cores a minute and a half, and twice
that the first time. The last line counts: N passed, N failed.
`,
});

runScript(() => runSteps([formatStep, lintStep, ...typecheckSteps, importsStep, unusedStep, unitTestStep]));
