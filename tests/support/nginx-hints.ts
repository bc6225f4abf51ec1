import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../scripts/lib/project';
import type { Configuration } from './nginx';

const read = (name: string): string => readFileSync(join(PROJECT_ROOT, name), 'utf8');

/** The blocks of nginx configuration under a heading in docs/operations.md, by where they belong. */
export function hint(heading: string): { http: string; server: string; panel: string } {
  const section =
    read('docs/operations.md')
      .split(/^##+ /m)
      .find((part) => part.startsWith(heading)) ?? '';
  const blocks = [...section.matchAll(/```nginx\n([^]*?)```/g)].map(([, block = '']) => block.trimStart());
  const of = (place: string): string =>
    blocks.filter((block) => block.startsWith(`# in ${place} {`)).join('\n');
  const panel = blocks.filter((block) => block.startsWith('# in the two locations of the panel')).join('\n');
  return { http: of('http'), server: of('server'), panel };
}

/** deploy/nginx.conf as a city gets it. */
export const deployedConfiguration = (): string => read('deploy/nginx.conf');

const SHOW_CACHE = 'add_header X-Cache $upstream_cache_status always;';

/**
 * deploy/nginx.conf with additions to the TLS server, and without its limit, since all requests come from one address.
 */
export const deploymentWith = (inServer: string): string =>
  deployedConfiguration()
    .replace('rate=50r/s', 'rate=1000r/s')
    .replace('server_tokens off;', `server_tokens off;\n${SHOW_CACHE}\n${inServer}`);

/** The deployment with all of the documentation's advice applied. */
export const hinted = (): Configuration => {
  const { http, server } = hint('Seconds in the proxy');
  if (!http || !server) throw new Error('docs/operations.md has no hint "Seconds in the proxy" any more.');
  return { http, deployment: deploymentWith(server) };
};
