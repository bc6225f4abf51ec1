import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../scripts/lib/project';
import packageJson from '../../package.json';
import tsconfig from '../../tsconfig.json';

it('only the scripts that an installation needs are compiled', () => {
  const called = Object.values(packageJson.scripts).flatMap(
    (command) => /^node scripts\/run\.mjs (\S+)$/.exec(command)?.slice(1) ?? [],
  );
  expect(called.map((name) => `scripts/${name}.ts`).sort()).toEqual([...tsconfig.files].sort());
});

describe('without development packages', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stadtverbund-run-'));
    mkdirSync(join(folder, 'scripts'));
    copyFileSync(join(PROJECT_ROOT, 'scripts', 'run.mjs'), join(folder, 'scripts', 'run.mjs'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const run = () =>
    spawnSync(process.execPath, ['scripts/run.mjs', 'start', '--help'], { cwd: folder, encoding: 'utf8' });

  it('a script that was not compiled says what to do', () => {
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toMatch(/^[^\n]+start\.js is missing: run "npm run build"[^\n]+\n$/);
  });

  it('the compiled script gets its own arguments', () => {
    mkdirSync(join(folder, 'dist', 'scripts'), { recursive: true });
    writeFileSync(join(folder, 'dist', 'scripts', 'start.js'), 'console.log(process.argv.slice(2).join());');
    expect(run()).toMatchObject({ status: 0, stdout: '--help\n' });
  });
});
