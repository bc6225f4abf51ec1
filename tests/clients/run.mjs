// Other people's clients against a city: `npm run test:clients` (README.md).
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { readCommandLine } from '../../scripts/lib/command-line.ts';
import { FAULTS, withFault } from './faults.mjs';
import { HERE, ROOT, run } from './lib.mjs';

const CLIENTS = Object.keys(FAULTS);

const { values } = readCommandLine({
  help: `
Usage: npm run test:clients [-- --url ADDRESS] [--only NAME] [--faults]

Reads a city with the clients that other people use: generators of types, GraphQL clients, feed readers, spreadsheets,
Swagger UI, nginx, Deno. Installs them into tests/clients/node_modules the first time. Starts a city of its own unless an
address is given.

  --url ADDRESS   a running city, http://localhost:1337 for example; what needs its secrets is left out, and says so
  --only NAME     one client; may be repeated
  --faults        damages, for each client, what it looks at: it has to fail (faults.mjs)
  -h, --help      this text
`,
  options: {
    url: { type: 'string' },
    only: { type: 'string', multiple: true },
    faults: { type: 'boolean', default: false },
  },
});
const wanted = values.only ?? CLIENTS;
const unknown = wanted.filter((name) => !CLIENTS.includes(name));
if (unknown.length > 0) {
  console.error(`There is no client ${unknown.join(', ')}. There are: ${CLIENTS.join(', ')}`);
  process.exit(2);
}

const installed = ['typescript', 'orval', 'svix'].every((name) =>
  existsSync(join(HERE, 'node_modules', name)),
);
if (!installed) {
  console.log('Installing the clients …');
  await run('npm', ['ci'], { cwd: HERE, timeout: 600_000 });
}

/** Takes deliveries of the city and remembers them. */
function receiver() {
  const deliveries = [];
  const server = createServer((request, answer) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      deliveries.push({ headers: request.headers, body });
      answer.writeHead(204).end();
    });
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({ url: `http://127.0.0.1:${server.address().port}/`, deliveries, close: () => server.close() }),
    ),
  );
}

async function startCity() {
  console.log('Starting a city …');
  const hook = await receiver();
  const child = fork(join(HERE, 'city.ts'), [], {
    cwd: ROOT,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, RECEIVER_URL: hook.url },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const facts = await Promise.race([
    new Promise((resolve) => child.once('message', resolve)),
    ended.then((code) => Promise.reject(new Error(`The city ended with ${code}.`))),
  ]);
  return {
    ...facts,
    deliveries: hook.deliveries,
    publish: () => child.send('publish'),
    async close() {
      hook.close();
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const city = values.url ? { url: values.url.replace(/\/$/, ''), close: () => undefined } : await startCity();
const counts = { passed: 0, failed: 0, skipped: 0 };

/** What a client says: { seen } or { left } or { wrong }. */
async function ask(name, asked) {
  const { check } = await import(`./clients/${name}.mjs`);
  try {
    const outcome = await check(asked);
    return outcome?.skipped ? { left: outcome.skipped } : { seen: outcome };
  } catch (error) {
    return { wrong: String(error.message ?? error) };
  }
}

/** The same with the fault of a client: it has to find something wrong. */
async function askWithFault(name) {
  const { fault } = FAULTS[name];
  const faulty = await withFault(city, FAULTS[name]);
  try {
    const { left, seen, wrong } = await ask(name, faulty.city);
    if (left) return { left };
    return wrong ? { seen: `${fault}: ${wrong}` } : { wrong: `${fault}, and it saw ${seen}` };
  } finally {
    faulty.end();
  }
}

try {
  for (const name of wanted) {
    const start = performance.now();
    const { left, seen, wrong } = values.faults ? await askWithFault(name) : await ask(name, city);
    const time = `(${((performance.now() - start) / 1000).toFixed(1)} s)`;
    counts[left ? 'skipped' : wrong ? 'failed' : 'passed'] += 1;
    if (left) console.log(`! ${name} WAS NOT RUN: ${left}`);
    else console.log(`${wrong ? '✗' : '✓'} ${name} ${time} ${(wrong ?? seen).replaceAll('\n', '\n    ')}`);
  }
} finally {
  await city.close();
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);
