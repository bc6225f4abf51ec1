import { measureCommand } from './bench/measure-command';
import { readOptions } from './bench/options';
import { seedCommand } from './bench/seed/seed-command';
import { buildServer } from './lib/builds/server';
import { runScript } from './lib/run-script';

runScript(async (closing) => {
  const options = readOptions();
  await buildServer(() => console.log('Compiling the server …'));
  return options.command === 'seed' ? seedCommand(closing, options) : measureCommand(closing, options);
});
