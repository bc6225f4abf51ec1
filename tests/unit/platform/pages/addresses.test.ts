import fc from 'fast-check';
import { PagePaths } from '#src/platform/pages/domain/page-paths';
import { writtenTarget } from '#src/platform/pages/domain/written-target';

describe('a path', () => {
  const paths = new PagePaths<string>();
  for (const path of ['/', '/en', '/presse', '/presse/:slug', '/presse/archiv', '/l/:token/:action'])
    paths.add(path, path);

  it.each([
    ['/', '/'],
    ['/en', '/en'],
    ['/presse', '/presse'],
    ['/presse/neues', '/presse/:slug'],
    ['/presse/archiv', '/presse/archiv'],
    ['/l/abc/confirm', '/l/:token/:action'],
    ['/presse/', undefined],
    ['//presse', undefined],
    ['/presse/neues/mehr', undefined],
    ['/Presse', undefined],
    ['/l/abc', undefined],
    ['/nichts', undefined],
  ])('%s is the page %s', (path, page) => {
    expect(paths.at(path)).toBe(page);
  });
});

describe('an address in another spelling', () => {
  it.each([
    ['/Betriebe/Rad-Meier', '/betriebe/rad-meier'],
    ['/betriebe/rad-meier/', '/betriebe/rad-meier'],
    ['//betriebe///rad-meier', '/betriebe/rad-meier'],
    ['/%62etriebe/rad%2Dmeier', '/betriebe/rad-meier'],
    ['/betriebe/rad-meier).', '/betriebe/rad-meier'],
    ['/EN/?utm_source=X', '/en?utm_source=X'],
    ['/?q=A', '/?q=A'],
    ['/betriebe/stra%c3%9fe', '/betriebe/stra%C3%9Fe'],
  ])('%s is written %s', (target, written) => {
    expect(writtenTarget(target)?.target).toBe(written);
  });

  it.each(['/a/../b', '/a/%2e%2e/b', '/%FF', '/a\\b', '/a%00', '/./a', '/a%3Fb', '/a%23b'])(
    '%s is not ours at all',
    (target) => {
      expect(writtenTarget(target)).toBeUndefined();
    },
  );

  it('is written once: what it leads to leads nowhere else', () => {
    const part = fc.oneof(
      fc.constantFrom('/', '.', ' ', '%2E', '%20', 'A', 'ß', '%C3%9F', ')', '%25', '?', 'İ', ':', '%2f'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const once = writtenTarget(`/${parts.join('')}`.replace(/[\ud800-\udfff]/g, ''));
        if (once) expect(writtenTarget(once.target)?.target).toBe(once.target);
      }),
    );
  });
});
