/**
 * @jest-environment-options {"env": {"FEED_ALLOW_NETWORKS": "127.0.0.0/8", "FEED_ALLOW_HTTP": "true"}}
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { PROJECT_ROOT } from '#scripts/lib/project';
import {
  PASSWORD,
  createBusiness,
  createCategory,
  createCityProfile,
  createContributor,
  createOffer,
  createPortal,
  startedApp,
} from '#tests/support/index';
import { eventually } from '#tests/support/eventually';
import { startReceiver } from '#tests/support/webhook-receiver';

jest.setTimeout(120_000);

const run = promisify(execFile);
const page = readFileSync(join(PROJECT_ROOT, 'docs', 'client.md'), 'utf8');

/** The code under a heading, with the address of the suite's city in place of the example's. */
function example(heading: string): string {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const [, code = ''] = /```ts\n([^]*?)```/.exec(section) ?? [];
  if (!code.includes('https://betriebe.example.de'))
    throw new Error(`docs/client.md has no example "${heading}"`);
  return code;
}

const HEADINGS = [...page.matchAll(/^## (.+)\n(?:(?!^## )[^])*?```ts\n/gm)].map(
  ([, heading = '']) => heading,
);

const files: Record<string, string> = {};
const environment: Record<string, string> = {};
// Within a project that has the package as the page says: packed here, installed there.
const project = mkdtempSync(join(tmpdir(), 'stadtverbund-client-'));
let hookPort = 0;

beforeAll(async () => {
  await createCityProfile();
  const bakery = await createCategory({ name: 'Bäckerei', slug: 'baeckerei' });
  const business = await createBusiness({
    name: 'Bäckerei Sonne',
    categories: [bakery.documentId],
    syndicationConsent: true,
  });
  await createOffer(business, { title: 'Brötchen vor die Tür' });
  const contributor = await createContributor();
  const probe = await startReceiver();
  hookPort = Number(new URL(probe.url).port);
  await probe.close();
  const portal = await createPortal({}, `http://127.0.0.1:${hookPort}/`);
  Object.assign(environment, {
    FEED_TOKEN: portal.token,
    FEED_SECRET: portal.secret,
    PORT: String(hookPort),
    BUSINESS_LOGIN: contributor.email,
    BUSINESS_PASSWORD: PASSWORD,
  });

  const npm = (args: string[], cwd: string) =>
    run('npm', [...args, '--no-audit', '--no-fund', '--offline'], {
      cwd,
      env: { ...process.env, npm_config_cache: join(project, '.npm') },
    });
  const { stdout } = await npm(['pack', join(PROJECT_ROOT, 'packages', 'client'), '--json'], project);
  const [packed] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[];
  expect(packed?.files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['dist/index.js', 'dist/index.d.ts', 'dist/generated/openapi.d.ts', 'README.md']),
  );
  writeFileSync(join(project, 'package.json'), '{"type":"module","private":true}');
  await npm(['install', join(project, packed?.filename ?? '')], project);

  for (const [index, heading] of HEADINGS.entries()) {
    const file = join(project, `example-${index}.ts`);
    writeFileSync(file, example(heading).replaceAll('https://betriebe.example.de', startedApp().url));
    files[heading] = file;
  }
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** The example as JavaScript, in a process that knows nothing of this repository. */
function start(heading: string): {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
} {
  const file = (files[heading] ?? '').replace(/\.ts$/, '.mjs');
  const { outputText } = ts.transpileModule(readFileSync(files[heading] ?? '', 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  writeFileSync(file, outputText);
  const child = spawn(process.execPath, [file], {
    cwd: project,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    child,
    output: () => output,
    ended: once(child, 'close').then(([code]) => code as number | null),
  };
}

it('there are five of them', () => {
  expect(HEADINGS).toHaveLength(5);
});

it('they fit the types of the package as it is installed', () => {
  const program = ts.createProgram(Object.values(files), {
    ...{ strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext },
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    typeRoots: [join(PROJECT_ROOT, 'node_modules', '@types')],
    types: ['node'],
  });
  const problems = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => ({
    file: file?.fileName.replace(project, ''),
    problem: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
  expect(problems).toEqual([]);
  expect(existsSync(join(project, 'node_modules/@stadtverbund/client/dist/index.d.ts'))).toBe(true);
});

it.each([
  ['Search a city', [/1 Treffer/, /Bäckerei Sonne/, /Brötchen vor die Tür/, /1 Punkte/]],
  ['Read content', [/1 Betriebe/, /Bäckerei Sonne ohne Logo/, /Brötchen vor die Tür/, /Dortmund de/]],
  ['Ask in GraphQL', [/Bäckerei Sonne/, /400 query-invalid .*nothingLikeThat/]],
  ['Let a business change its listing', [/'hours', 0, 'rule'.*Mo-Fr 09:00-18:00/s]],
])('%s: runs as it is written', async (heading, lines) => {
  const { ended, output } = start(heading);
  expect([await ended, output()]).toEqual([0, expect.any(String)]);
  for (const line of lines) expect(output()).toMatch(line);
});

it('Receive the feed of a portal: runs as it is written, and takes a delivery', async () => {
  const { child, ended, output } = start('Receive the feed of a portal');
  await eventually('it is in step', () => output().includes('in step: 2 listings'), 30_000);
  await createBusiness({ syndicationConsent: true });
  await eventually('the delivery', () => output().includes('business.published'), 30_000);
  child.kill();
  await ended;
});
