import { readOptions } from './bench/options';
import { seedCommand } from './bench/seed/seed-command';
import { buildServer } from './lib/builds/server';
import { runScript } from './lib/run-script';

const options = readOptions();

runScript(async (closing) => {
  await buildServer(() => console.log('Compiling the server …'));
  if (options.command === 'seed') return seedCommand(closing, options);
});
