import { createHmac, randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { signedHeaders } from '#src/plugins/portal-feed/server/src/delivery/sender/signed-headers';

const secretOf = (bytes: number): string => `whsec_${randomBytes(bytes).toString('base64')}`;
const message = { id: '0b9f3c1e-4d3c-4a55-9d5e-3b6c1f1e2a77', body: '{"name":"Bäckerei „Süß“ 🥐"}' };

test.each([24, 32, 64, 100])('a secret of %i bytes signs id, time and body with HMAC-SHA256', (bytes) => {
  const [now, key] = [new Date('2026-11-21T10:00:00.750Z'), randomBytes(bytes)];
  const secret = `whsec_${key.toString('base64')}`;
  const headers = signedHeaders(message, [secret], now);
  expect(headers['webhook-timestamp']).toBe('1795255200');
  const signed = createHmac('sha256', key)
    .update(`${message.id}.1795255200.${message.body}`)
    .digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${signed}`);
  expect(headers['content-length']).toBe(String(Buffer.byteLength(message.body)));
});

test('each of two secrets signs, and the library accepts either', () => {
  const secrets = [secretOf(32), secretOf(32)];
  const headers = signedHeaders(message, secrets, new Date());
  expect(headers['webhook-signature']?.split(' ')).toHaveLength(2);
  for (const secret of secrets)
    expect(new Webhook(secret).verify(message.body, headers)).toEqual(JSON.parse(message.body));
});
