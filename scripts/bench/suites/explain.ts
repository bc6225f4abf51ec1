import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROJECT_ROOT } from '../../lib/project';
import { appEnvironment } from '../app/environment';
import { fill } from '../bench-database';
import type { Explained } from '../explain/explain-statement';
import { explainIndex, fileNameOf } from '../explain/explain-index';
import { directorySteps, feedSteps, writeSteps, type Step } from '../explain/scenario';
import { callProcess } from '../process-calls';
import type { StartedProcess } from '../start-process';
import { startUntilEnd } from '../start-servers';
import type { RunSuite } from './context';
import { known } from './read-suite';

const TITLE = 'explain: every statement of the directory and the feed';

/** Runs the scenario while recording the application's statements; then explains each. */
export const runExplain: RunSuite = async (context) => {
  const { options, databases, closing, progress } = context;
  const size = Math.max(...options.sizes);
  const databaseUrl = await databases.copy(size, 'bench_explain');
  progress.step('feed log', 1);
  await fill(databaseUrl, 'reconcile', 'feed log', progress);
  const environment = appEnvironment(databaseUrl, {
    PORT: '0',
    CACHE_MAX_BYTES: '1',
    FEED_ALLOW_NETWORKS: '127.0.0.0/8',
    FEED_ALLOW_HTTP: 'true',
  });
  const app = await startUntilEnd(closing, 'explain/recording-app.ts', environment);
  const receiver = await startUntilEnd(closing, 'feed/receiver.ts', { ...process.env, PORT: '0' });
  const businesses = await known(databaseUrl);
  await callProcess(app.child, 'backlog', `${receiver.url}/paused`);
  const token = await callProcess<string>(app.child, 'portal', `${receiver.url}/explain`);
  const asked = [...directorySteps(businesses), ...feedSteps(token)];
  const written = writeSteps(businesses);
  progress.step('explain', asked.length + written.length + 1);
  const refusals: string[] = [];
  for (const step of asked) {
    progress.advance(step.label);
    const refusal = await ask(app, step);
    if (refusal !== undefined) refusals.push(refusal);
  }
  for (const { label, call, input } of written) {
    progress.advance(label);
    await callProcess(app.child, 'label', label);
    await callProcess(app.child, call, input);
    // Waits for the fan-out and the first attempts that it started.
    await callProcess(app.child, 'settle', null);
  }
  progress.advance('plans');
  const explained = await callProcess<Explained[]>(app.child, 'explain', null);
  await app.stop();
  await receiver.stop();
  const whole = new Set(
    [...asked, ...written].flatMap(({ label, wholeTable }) => (wholeTable ? [label] : [])),
  );
  if (options.out !== undefined) writeDocuments(options.out, size, explained, whole);
  const scans = (all: readonly Explained[]): number =>
    all.filter((one) => one.scans.length + one.genericScans.length > 0).length;
  const narrow = explained.filter(({ label }) => !whole.has(label));
  return {
    suite: 'explain',
    title: TITLE,
    workloads: [],
    figures: [
      { name: 'statements explained', value: explained.length, unit: 'plans' },
      {
        name: 'of them, for answers of the whole table',
        value: explained.length - narrow.length,
        unit: 'plans',
      },
    ],
    goals: [
      { name: ['questions refused', ...refusals].join('\n  '), value: refusals.length, atMost: 0 },
      {
        name: 'sequential scans over tables that grow, whole-table answers aside',
        value: scans(narrow),
        atMost: 0,
      },
      {
        name: 'statements that could not be explained',
        value: explained.filter(({ failed }) => failed).length,
        atMost: 0,
      },
    ],
  };
};

/** @returns the refusal, if there was one */
async function ask(app: StartedProcess, { label, path, headers, body }: Step): Promise<string | undefined> {
  await callProcess(app.child, 'label', label);
  const answer = await fetch(app.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    ...(headers ? { headers } : {}),
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  await callProcess(app.child, 'label', '');
  if (answer.status === 200 || label.endsWith('unknown')) return undefined;
  return `${label}: ${path} answers ${answer.status} ${text.slice(0, 200)}`;
}

function writeDocuments(
  out: string,
  size: number,
  explained: readonly Explained[],
  whole: ReadonlySet<string>,
): void {
  const folder = join(resolve(PROJECT_ROOT, out), 'explain');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [at, one] of explained.entries())
    writeFileSync(join(folder, fileNameOf(one, at)), `${one.document}\n`);
  writeFileSync(join(folder, 'README.md'), explainIndex(size, explained, whole));
}
