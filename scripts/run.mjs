// Runs one of the scripts beside this file: `node scripts/run.mjs start`. Where the development packages are installed
// the source runs, else what `npm run build` has made of it.
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
// As if it had been called itself: it reads its own arguments.
process.argv.splice(1, 2, script);
await import(script);
