import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PROJECT_ROOT } from '#scripts/lib/project';
import { keepingListeners, ownServerErrors, withoutSignals } from '#src/platform/strapi/patches/index';

const CORE = join(PROJECT_ROOT, 'node_modules/@strapi/core/dist');
const ofCore = createRequire(join(CORE, 'index.js'));
const sourceOf = (file: string): string => readFileSync(join(CORE, file), 'utf8');

describe('signals: a signal', () => {
  const { destroyOnSignal } = ofCore('./utils/signals.js') as {
    destroyOnSignal: (strapi: object) => void;
  };

  it('is not heard by Strapi any more, and still by others', () => {
    const own = (): void => undefined;
    process.on('SIGTERM', own);
    const before = process.listeners('SIGINT');
    withoutSignals(() => destroyOnSignal({}));
    expect(process.listeners('SIGTERM')).toContain(own);
    expect(process.listeners('SIGINT')).toEqual(before);
    expect(process.listeners('SIGTERM').filter((listener) => listener.name === 'terminateStrapi')).toEqual(
      [],
    );
    process.removeListener('SIGTERM', own);
  });

  it('is listened to by Strapi where it is made, and nowhere later', () => {
    expect(sourceOf('index.js')).toMatch(
      /createStrapi = \(options = \{\}\)\s*=>\s*\{[^}]*\}\);\s*signals\.destroyOnSignal\(strapi\)/,
    );
    expect(sourceOf('Strapi.js')).not.toMatch(/destroyOnSignal|process\.on\(/);
  });
});

describe('process-listeners: the end of Strapi', () => {
  it('takes no listener of the process away', async () => {
    const own = (): void => undefined;
    process.on('SIGUSR2', own);
    await keepingListeners(() => {
      process.removeAllListeners();
      return Promise.resolve();
    });
    expect(process.listeners('SIGUSR2')).toContain(own);
    process.removeListener('SIGUSR2', own);
  });

  it('is where Strapi would take them, all at once', () => {
    const source = sourceOf('Strapi.js');
    const destroy = source.slice(source.indexOf('async destroy()'));
    expect(destroy.slice(0, destroy.indexOf('delete global.strapi'))).toContain(
      'process.removeAllListeners();',
    );
    expect(source.match(/process\.remove\w+/g)).toEqual(['process.removeAllListeners']);
  });
});

describe('server-errors: a port that is taken', () => {
  const { createHTTPServer } = ofCore('./services/server/http-server.js') as {
    createHTTPServer: (strapi: object, koa: object) => Server;
  };

  it('does not end the process', () => {
    const stopWithError = jest.fn();
    const config = { get: (_name: string, otherwise: unknown) => otherwise };
    const server = createHTTPServer({ config, stopWithError }, {});
    ownServerErrors(server);
    const heard: unknown[] = [];
    server.on('error', (error) => heard.push(error));
    const taken = Object.assign(new Error('taken'), { code: 'EADDRINUSE', port: 1 });
    server.emit('error', taken);
    expect(heard).toEqual([taken]);
    expect(stopWithError).not.toHaveBeenCalled();
  });

  it('ends the start with a sentence where Strapi does something else about it', () => {
    expect(() => ownServerErrors(createServer())).toThrow('src/platform/strapi/patches/server-errors.ts');
  });
});
