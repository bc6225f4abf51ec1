import fc from 'fast-check';
import { countedAddress } from '#src/domain/counted-address';
import { bodyRefusal, FILES_TYPE, FORM_TYPE, JSON_TYPE } from '#src/platform/http/domain/body-refusal';
import { isCanonicalTarget } from '#src/platform/http/domain/canonical-target';
import { believed, trustedHops } from '#src/platform/http/domain/forwarded';

describe('a request target', () => {
  it.each([
    '/',
    '/api/businesses',
    '/api/businesses?filters[name]=a//b/../%41',
    '/content-manager/collection-types/api::business.business',
    '/content-manager/collection-types/api%3A%3Abusiness.business',
    '/api/directory/listings/business/stra%c3%9fe',
    '/.well-known/security.txt',
    '/uploads/a_b-c~d.e.png',
    '/api/x/...',
    "/api/x/a'(b)*+,=@$&!",
  ])('%s is canonical', (target) => {
    expect(isCanonicalTarget(target)).toBe(true);
  });

  it.each([
    '',
    '*',
    'api',
    'http://host/api',
    '//host/api',
    '/api/',
    '/api//x',
    '/./api',
    '/api/..',
    '/api/../x',
    '/api/%2e%2E/x',
    '/api\\x',
    '/api%5cx',
    '/api%2Fx',
    '/%61pi',
    '/api/%7Ex',
    '/api/%2D',
    '/api/%5f',
    '/api/%30',
    '/api/%00',
    '/api/%0d',
    '/api/%7f',
    '/api;a=b',
    '/api#x',
    '/api/ä',
    '/api/%',
    '/api/%4',
    '/api/%zz',
    '/api/ x',
  ])('%j is not', (target) => {
    expect(isCanonicalTarget(target)).toBe(false);
  });

  it('is canonical in exactly one encoding of each character', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0x21, max: 0x7e }), (code) => {
        const character = String.fromCharCode(code);
        const spellings = [character, `%${code.toString(16)}`, `%${code.toString(16).toUpperCase()}`];
        const accepted = spellings.filter((spelling) => isCanonicalTarget(`/x${spelling}y`));
        // Letters, digits and `-._~` unencoded; `/` as a slash. Others mean the same either way and match no route.
        if (/[A-Za-z0-9\-._~/]/.test(character)) expect(accepted).toEqual([character]);
      }),
    );
  });
});

describe('TRUST_PROXY', () => {
  it.each([
    [undefined, 0],
    ['', 0],
    ['false', 0],
    ['0', 0],
    ['true', 1],
    [' True ', 1],
    ['1', 1],
    ['3', 3],
  ])('%j is %i', (setting, hops) => {
    expect(trustedHops(setting)).toBe(hops);
  });

  it.each(['yes', '-1', '1.5', '10', '10.0.0.0/8'])('%j stops the start', (setting) => {
    expect(() => trustedHops(setting)).toThrow(/TRUST_PROXY/);
  });

  it('whatever a client puts in front, the address is the one seen by the outermost proxy', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()), { maxLength: 5 }),
        fc.ipV4(),
        fc.array(fc.ipV4(), { maxLength: 3 }),
        (made, seen, proxies) => {
          const value = [...made, seen, ...proxies].join(', ');
          expect(believed('x-forwarded-for', value, proxies.length + 1)).toBe(seen);
          expect(believed('x-forwarded-for', value, 0)).toBeUndefined();
        },
      ),
    );
  });

  it.each([
    ['x-forwarded-host', 'boese.example, betriebe.example.de', 'betriebe.example.de'],
    ['x-forwarded-host', 'betriebe.example.de:8443', 'betriebe.example.de:8443'],
    ['x-forwarded-host', 'a/b', undefined],
    ['x-forwarded-host', 'a"b', undefined],
    ['x-forwarded-proto', 'http, https', 'https'],
    ['x-forwarded-proto', 'javascript', undefined],
    ['x-forwarded-for', 'unknown', undefined],
    ['x-forwarded-for', '', undefined],
  ] as const)('%s: %s leaves %s', (name, value, expected) => {
    expect(believed(name, value, 1)).toBe(expected);
  });
});

describe('the counted address', () => {
  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['::ffff:c633:6407', '198.51.100.7'],
    ['64:ff9b::198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['::1', '0:0:0:0::/64'],
    ['someone@example.org', 'someone@example.org'],
    ['17', '17'],
    ['a:b', 'a:b'],
    ['', ''],
  ])('of %s is %s', (address, expected) => {
    expect(countedAddress(address)).toBe(expected);
  });

  it('is the same for a whole /64, however it is written', () => {
    fc.assert(
      fc.property(fc.ipV6(), fc.ipV6(), (a, b) => {
        const network = (address: string): string => countedAddress(address);
        // The same first half, another second half.
        const [head] = [network(a)];
        if (!head.endsWith('::/64')) return;
        const half = network(b).endsWith('::/64') ? '1:2:3:4' : '0:0:0:9';
        expect(countedAddress(`${head.replace('::/64', '')}:${half}`)).toBe(head);
      }),
    );
  });
});

describe('a body', () => {
  const json = { 'content-length': '2', 'content-type': 'application/json' };

  it.each([
    ['nothing', {}],
    ['nothing, and a type', { 'content-type': 'text/plain', 'content-length': '0' }],
    ['JSON', json],
    ['JSON in UTF-8', { ...json, 'content-type': 'application/json; charset="utf-8"; x=y' }],
    ['JSON in pieces', { 'transfer-encoding': 'chunked', 'content-type': 'APPLICATION/JSON' }],
    ['JSON, not compressed', { ...json, 'content-encoding': 'Identity' }],
  ])('of %s is read', (_what, headers) => {
    expect(bodyRefusal(headers, [JSON_TYPE])).toBeUndefined();
  });

  it.each([
    ['no type', { 'content-length': '2' }],
    ['another type', { ...json, 'content-type': 'application/vnd.api+json' }],
    ['another charset', { ...json, 'content-type': 'application/json;charset=utf-16' }],
    ['two charsets', { ...json, 'content-type': 'application/json;charset=utf-8;charset=utf-7' }],
    ['two types', { ...json, 'content-type': 'application/json, multipart/form-data' }],
    ['a form', { ...json, 'content-type': 'multipart/form-data; boundary=b' }],
  ])('of %s is refused', (_what, headers) => {
    expect(bodyRefusal(headers, [JSON_TYPE])).toBe('content-type');
  });

  it('of a form is read where forms are expected, and only there', () => {
    const form = { 'content-length': '2', 'content-type': 'Multipart/Form-Data; boundary="a;b"' };
    expect(bodyRefusal(form, [JSON_TYPE, FILES_TYPE])).toBeUndefined();
    expect(bodyRefusal(form, [JSON_TYPE])).toBe('content-type');
    expect(bodyRefusal({ ...form, 'content-encoding': 'br' }, [JSON_TYPE, FILES_TYPE])).toBe(
      'content-encoding',
    );
  });

  it('of a page’s form is read there as browsers send it, and as nothing else', () => {
    const form = { 'content-length': '2', 'content-type': 'application/x-www-form-urlencoded' };
    expect(bodyRefusal(form, [FORM_TYPE])).toBeUndefined();
    expect(
      bodyRefusal({ ...form, 'content-type': `${form['content-type']};charset=UTF-8` }, [FORM_TYPE]),
    ).toBe(undefined);
    expect(bodyRefusal(form, [JSON_TYPE, FILES_TYPE])).toBe('content-type');
    expect(bodyRefusal(json, [FORM_TYPE])).toBe('content-type');
  });
});
