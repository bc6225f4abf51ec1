import { readCommandLine } from './lib/command-line';
import { runScript } from './lib/run-script';
import { runVisibly } from './lib/steps/run-visibly';

const { positionals } = readCommandLine({
  help: `
Usage: npm run test:faults [-- FILE …]

Kills servers and a PostgreSQL under load at fifty points, two instances among them, and attacks filters, GraphQL,
uploads, opening hours and spellings for minutes: nothing may be lost. Takes half an hour; npm test does not run it.

  FILE          a part of a file's name, for example killed-server; without one all of them
  -h, --help    this text

ATTACK_TIMES=10 in the environment is how many times longer the attacks are than in npm test.
`,
  allowPositionals: true,
});

runScript(async () => {
  process.exitCode = await runVisibly('jest', ['--config', 'jest.faults.config.mjs', ...positionals]);
});
