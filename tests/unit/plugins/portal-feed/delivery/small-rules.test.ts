import { createHash } from 'node:crypto';
import { excerptOf } from '#src/plugins/portal-feed/server/src/delivery/domain/excerpt';
import { messageId } from '#src/plugins/portal-feed/server/src/delivery/domain/message-id';
import { failureOfCode } from '#src/plugins/portal-feed/server/src/delivery/domain/network-failure';

describe('the excerpt of an answer', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it.each([
    ['a sentence', 'no such hook', 'no such hook'],
    ['nothing', '', null],
    ['spaces', '  \n ', null],
    ['what PostgreSQL and a page cannot take', 'a\u0000b\u001bc', 'abc'],
  ])('%s', (_name, body, excerpt) => {
    expect(excerptOf(bytes(body))).toBe(excerpt);
  });

  it('ends after a thousand characters, never within a character', () => {
    const excerpt = excerptOf(bytes('ä'.repeat(20_000))) ?? '';
    expect([...excerpt]).toHaveLength(1_000);
    expect(excerptOf(bytes('🥨'.repeat(5_000)))).not.toContain('\ufffd');
  });
});

describe('the webhook-id', () => {
  const event = createHash('md5').update('event').digest('hex');

  it('is that of the event as long as the filter has never changed', () => {
    expect(messageId(event, 1)).toBe(event);
  });

  it('differs for each version of the filter, and is always the same', () => {
    const ids = [2, 3, 4].map((version) => messageId(event, version));
    expect(new Set([event, ...ids]).size).toBe(4);
    expect(messageId(event, 2)).toBe(ids[0]);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

it.each([
  ['ENOTFOUND', 'dns'],
  ['ETIMEOUT', 'dns'],
  ['ECONNREFUSED', 'connection'],
  ['ECONNRESET', 'connection'],
  ['CERT_HAS_EXPIRED', 'tls'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ['HPE_INVALID_CONSTANT', 'other'],
  [undefined, 'other'],
])('the error %s is a failure of the kind %s', (code, failure) => {
  expect(failureOfCode(code)).toBe(failure);
});
