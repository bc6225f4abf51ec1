import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../builds/run-tool';
import { PROJECT_ROOT } from '../project';

/** What `npm run client:types` writes. */
export const CLIENT_TYPES = join(PROJECT_ROOT, 'packages', 'client', 'src', 'generated', 'openapi.ts');

const GENERATOR = join(PROJECT_ROOT, 'node_modules', 'openapi-typescript', 'bin', 'cli.js');

/** The types of packages/client for an OpenAPI document, the same for the same document. */
export async function openApiTypes(document: object): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'stadtverbund-openapi-'));
  const [from, to] = [join(folder, 'document.json'), join(folder, 'types.ts')];
  try {
    writeFileSync(from, JSON.stringify(document));
    await runTool(GENERATOR, [from, '--output', to, '--alphabetize']);
    return readFileSync(to, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
