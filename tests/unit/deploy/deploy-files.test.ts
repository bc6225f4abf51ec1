import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { PROJECT_ROOT } from '#scripts/lib/project';

const read = (name: string): string => readFileSync(join(PROJECT_ROOT, name), 'utf8');

interface Service {
  read_only?: boolean;
  restart?: string;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  tmpfs?: string[];
  volumes: string[];
  ports?: string[];
  privileged?: boolean;
  environment: Record<string, string>;
  healthcheck: { test: string[] };
  deploy: { resources: { limits: Record<'cpus' | 'memory' | 'pids', unknown> } };
}

describe('deploy/compose.yaml', () => {
  const { services, volumes } = load(read('deploy/compose.yaml')) as {
    services: Record<'app' | 'database', Service>;
    volumes: Record<string, null>;
  };

  it.each(['app', 'database'] as const)('%s has no privileges and is limited', (name) => {
    const service = services[name];
    expect(service).toMatchObject({
      read_only: true,
      restart: 'unless-stopped',
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(service.privileged).toBeUndefined();
    expect(service.healthcheck.test[0]).toMatch(/^CMD/);
    expect(Object.keys(service.deploy.resources.limits).sort()).toEqual(['cpus', 'memory', 'pids']);
    // Every writable place is listed: a volume that outlives the container, or memory.
    expect(service.tmpfs?.some((path) => path.startsWith('/tmp'))).toBe(true);
    for (const volume of service.volumes) expect(Object.keys(volumes)).toContain(volume.split(':')[0]);
  });

  it('the application has no capabilities, trusts one proxy and listens only to this host', () => {
    expect(services.app.cap_add).toBeUndefined();
    expect(services.app.environment.TRUST_PROXY).toBe('1');
    expect(services.app.ports).toEqual(['127.0.0.1:1337:1337']);
    expect(services.database.ports).toBeUndefined();
  });

  it('keeps what the image says must outlive the container', () => {
    const [, list = '[]'] = /^VOLUME (.*)$/m.exec(read('Dockerfile')) ?? [];
    const kept = services.app.volumes.map((volume) => volume.split(':')[1]);
    expect(kept).toEqual(JSON.parse(list));
  });
});

describe('Dockerfile', () => {
  const stages = read('Dockerfile')
    .split(/^FROM /m)
    .slice(1);
  const last = stages.at(-1) ?? '';

  it('runs as node, and node owns no code', () => {
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^COPY --from=build \/app \.\/$/m);
    expect(last).not.toMatch(/--chown/);
    expect(last).toMatch(/chown -R node:node public\/uploads \.data$/m);
    expect(last.indexOf('chown')).toBeLessThan(last.indexOf('USER node'));
  });

  it('reports its health, and handles SIGTERM', () => {
    expect(last).toMatch(/^HEALTHCHECK /m);
    expect(last).toMatch(/^CMD \["node"/m);
  });
});

describe('deploy/stadtverbund.service', () => {
  const settings = new Map<string, string[]>();
  for (const line of read('deploy/stadtverbund.service').split('\n')) {
    const [, name, value] = /^([A-Z]\w+)=(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) settings.set(name, [...(settings.get(name) ?? []), value]);
  }

  it.each([
    ['CapabilityBoundingSet', ['']],
    ['AmbientCapabilities', ['']],
    ['NoNewPrivileges', ['true']],
    ['SystemCallFilter', ['@system-service', '~@privileged']],
    ['SystemCallArchitectures', ['native']],
    ['UMask', ['0077']],
    ['ProtectSystem', ['strict']],
    ['ProtectHome', ['true']],
    ['PrivateTmp', ['true']],
    ['RestrictNamespaces', ['true']],
    ['MemoryMax', ['2G']],
    ['TasksMax', ['512']],
    ['User', ['stadtverbund']],
    ['ReadWritePaths', ['/opt/stadtverbund/public/uploads -/opt/stadtverbund/.data']],
  ])('%s is %j', (name, values) => {
    expect(settings.get(name)).toEqual(values);
  });

  it('lets Node compile at run time', () => {
    expect(settings.has('MemoryDenyWriteExecute')).toBe(false);
  });
});
