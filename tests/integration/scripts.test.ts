/** @jest-environment-options {"boot": false} */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../scripts/lib/project';

jest.setTimeout(120_000);

const manifest = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
// The others call a tool by its own name: lint, format, one kind of tests.
const OURS = Object.entries(manifest.scripts).filter(([, command]) => command.startsWith('node '));
const README = readFileSync(join(PROJECT_ROOT, 'README.md'), 'utf8');
const IN_README = [...README.matchAll(/^\| (`npm .*?`) +\|/gm)].flatMap(([, commands = '']) =>
  [...commands.matchAll(/`npm (?:run )?([\w:-]+)/g)].map(([, name = '']) => name),
);

async function run(command: string, argument: string): Promise<{ code: number | null; output: string }> {
  const args = [...command.split(' ').slice(1), argument];
  const child = spawn(process.execPath, args, { cwd: PROJECT_ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { code, output };
}

describe('the scripts of package.json', () => {
  it('are known', () => {
    expect(OURS.map(([name]) => name).sort()).toEqual(
      [
        'accessibility',
        'bench',
        'build',
        'check',
        'client:types',
        'create-admin',
        'demo',
        'develop',
        'directory:rebuild',
        'directory:verify',
        'feed',
        'gallery',
        'import',
        'newest-strapi',
        'processing-record',
        'start',
        'test',
        'test:clients',
        'test:faults',
        'types',
      ].sort(),
    );
  });

  it('are those of the table of README.md, which says that each answers --help', () => {
    expect([...new Set(IN_README)].sort()).toEqual(OURS.map(([name]) => name).sort());
  });

  it.each(OURS)('%s explains itself with --help and does nothing else', async (name, command) => {
    const { code, output } = await run(command, '--help');
    expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/npm (run )?\w/) as string });
    expect(output).toContain(name);
  });

  it.each(OURS)('%s refuses an option that it does not know, with a sentence', async (_name, command) => {
    const { code, output } = await run(command, '--no-such-option');
    expect(code).not.toBe(0);
    expect(output).toContain('no-such-option');
  });
});
