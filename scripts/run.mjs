// Runs one of the scripts in this folder: `node scripts/run.mjs start`. If the development packages are installed, it
// runs the source, otherwise the output of `npm run build`.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [, , name] = process.argv;
const source = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
const compiled = fileURLToPath(new URL(`../dist/scripts/${name}.js`, import.meta.url));

const hasSourceRunner = await import('tsx').then(
  () => true,
  () => false,
);
const script = hasSourceRunner ? source : compiled;
if (!existsSync(script)) {
  console.error(`${script} is missing: run "npm run build" with the development packages ("npm ci") first.`);
  process.exit(1);
}
// As if it had been called directly, since it reads its own arguments.
process.argv.splice(1, 2, script);
await import(script);
