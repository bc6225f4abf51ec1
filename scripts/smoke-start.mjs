// Starts an installation as an operator would and requests a public list: `node scripts/smoke-start.mjs`, with
// DATABASE_URL. It uses temporary secrets and leaves nothing running.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
// Compiled: an installation has nothing that runs the source.
import { SECRET_NAMES } from '../dist/scripts/lib/env-file.js';

const PORT = process.env.PORT ?? '1337';
const LONGEST_START_S = 120;

const secrets = Object.fromEntries(SECRET_NAMES.map((name) => [name, randomBytes(32).toString('base64url')]));
const server = spawn('npm', ['start'], {
  env: { ...secrets, PUBLIC_URL: `http://127.0.0.1:${PORT}`, ...process.env, PORT },
  stdio: 'inherit',
  detached: true,
});
const ended = new Promise((resolve) => server.once('exit', resolve));
let isRunning = true;
void ended.then(() => (isRunning = false));

/** The status of an answer, or undefined while nothing listens. */
const statusOf = (path) =>
  fetch(`http://127.0.0.1:${PORT}${path}`).then(
    ({ status }) => status,
    () => undefined,
  );

for (let second = 0; second < LONGEST_START_S && isRunning && !(await statusOf('/_health')); second += 1)
  await pause(1000);
const [list, panel] = [await statusOf('/api/businesses'), await statusOf('/admin')];
console.log(`GET /api/businesses: ${list}, GET /admin: ${panel}`);
if (isRunning) process.kill(-server.pid, 'SIGTERM');
await ended;
process.exitCode = list === 200 && panel === 200 ? 0 : 1;
