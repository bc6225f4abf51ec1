import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { filesBelow } from './lib/builds/content-hash';
import { runTool } from './lib/builds/run-tool';
import { buildServer } from './lib/builds/server';
import { environmentWithoutInstallation } from './lib/builds/without-installation';
import { readCommandLine } from './lib/command-line';
import { PROJECT_ROOT } from './lib/project';
import { runScript } from './lib/run-script';
import { prepareEnvironment } from './lib/surroundings';

const { values } = readCommandLine({
  help: `
Usage: npm run types [-- --check]

Writes types/generated/ from the schemas of content types and components.

  --check   changes nothing; exit code 1 when what is there is stale
`,
  options: { check: { type: 'boolean' } },
});

const GENERATED = join(PROJECT_ROOT, 'types', 'generated');

runScript(async (closing) => {
  prepareEnvironment('production');
  const before = mkdtempSync(join(tmpdir(), 'stadtverbund-types-'));
  closing.add(() => rmSync(before, { recursive: true, force: true }));
  cpSync(GENERATED, before, { recursive: true });
  await buildServer();
  await generate();
  const stale = changedFiles(before);
  if (!values.check) {
    console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'The types are up to date.');
    return;
  }
  cpSync(before, GENERATED, { recursive: true });
  if (stale.length > 0)
    throw new Error(`Stale: ${stale.join(', ')} in types/generated. Run "npm run types".`);
  console.log('The types are up to date.');
});

async function generate(): Promise<void> {
  const strapi = dirname(createRequire(__filename).resolve('@strapi/strapi/package.json'));
  await runTool(join(strapi, 'bin', 'strapi.js'), ['ts:generate-types'], environmentWithoutInstallation());
}

function changedFiles(before: string): string[] {
  return filesBelow(GENERATED)
    .map((file) => relative(GENERATED, file))
    .filter((name) => !sameText(join(before, name), join(GENERATED, name)));
}

function sameText(a: string, b: string): boolean {
  return filesBelow(a).length > 0 && readFileSync(a, 'utf8') === readFileSync(b, 'utf8');
}
