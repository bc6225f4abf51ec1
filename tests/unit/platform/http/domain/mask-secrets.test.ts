import fc from 'fast-check';
import { maskSecrets } from '#src/platform/http/domain/mask-secrets';

const HEX = 'a1b2c3d4'.repeat(8);
const TOKEN = 'q1zQ-8Yx_3kLmN0pRstUvWxYz012345678-abcDEfgh';

describe('is masked', () => {
  it.each([
    ['GET /account/reset-password.html?code=geheim (3 ms) 200', 'geheim'],
    ['GET /account/invitation.html?a=b&token=geheim#x (3 ms) 200', 'geheim'],
    ['GET /api/auth/email-confirmation?confirmation=geheim', 'geheim'],
    ['GET /admin/auth/register?registrationToken=geheim', 'geheim'],
    ['GET /x?Access_Token=geheim', 'geheim'],
    ['GET /x?accesstoken=geheim', 'geheim'],
    ['GET /x?API-KEY=geheim', 'geheim'],
    ['GET /x?filters[resetPasswordToken][$startsWith]=geheim', 'geheim'],
    ['GET /x?filters%5Bpassword%5D=geheim', 'geheim'],
    ['GET /x?%74oken=geheim', 'geheim'],
    ['GET /x?%2574oken=geheim', 'geheim'],
    ['GET /x?token%3Dgeheim', 'geheim'],
    ['GET /x?next=%2Faccount%2Finvitation.html%3Ftoken%3Dgeheim', 'geheim'],
    ['GET /x?next=%252Faccount%253Fcode%253Dgeheim', 'geheim'],
    ['GET /x?code=a=geheim', 'geheim'],
    ['GET /x?a=b;signature=geheim', 'geheim'],
    ['GET /reset/token/geheim?x=1', 'geheim'],
    ['GET /invitation/Code/geheim/', 'geheim'],
    ['GET /l/geheim', 'geheim'],
    ['GET /en/l/geheim?x=1', 'geheim'],
    ['POST /l/geheim/confirm', 'geheim'],
    ['GET /api/links/geheim (3 ms) 404', 'geheim'],
    ['POST /api/links/geheim/send-again (3 ms) 200', 'geheim'],
    ['GET /x?next=%2Fl%2Fgeheim', 'geheim'],
    ['GET /x?next=%252Fen%252Fl%252Fgeheim%252Fconfirm', 'geheim'],
    ['GET /x?next=/l/geheim', 'geheim'],
    ['GET https://stadt.example/l/geheim', 'geheim'],
    [`Error: the link of ${TOKEN} is gone`, TOKEN],
    ['Error: request to https://a.example/x?jwt=geheim failed', 'geheim'],
    ['Error: {"identifier":"anna","password":"ge\\"heim"}', 'heim'],
    [`GET /whatever/${HEX}`, HEX],
    [`Error: ${HEX}`, HEX],
    ['Authorization eyJhbGciOiJIUzI1NiJ9.eyJpZCI6MX0.abc-DEF', 'eyJpZCI6MX0'],
    [`portal_${'AbCdEf'.repeat(6)}`, 'AbCdEf'],
    ['whsec_AbCdEfGhIjKlMnOpQrStUv==', 'AbCdEfGhIjKlMnOpQrStUv'],
  ])('%s', (line, secret) => {
    const masked = maskSecrets(line);
    expect(masked).not.toContain(secret);
    expect(masked).toContain('***');
  });
});

describe('is kept', () => {
  it.each([
    'GET /api/businesses?filters[postcode]=44135&sort=name:asc (12 ms) 200',
    'GET /api/directory/search?q=schlüssel&keyword=brot&openAt=2026-12-25T08:00',
    'PUT /content-manager/collection-types/api::business.business/abcdefghijklmnopqrstuvwx?locale=de',
    'DELETE /admin/api-tokens/12 (3 ms) 200',
    'GET /uploads/thumbnail_brot_a1b2c3d4e5.jpg (3 ms) 304',
    'GET /api/x?code=',
    'GET /api/directory/listings/business/cafe-und-backhaus-am-alten-markt-innenstadt',
    'GET /x?next=%2Fapi%2Fbusinesses%2F12',
    'POST /api/auth/local (3 ms) 400',
    'DELETE /api/auth/sessions/12 (3 ms) 200',
    'POST /portal-feed/portals/abc/rotate-token (3 ms) 200',
    'error: duplicate key value violates unique constraint "x_pkey"',
  ])('%s', (line) => {
    expect(maskSecrets(line)).toBe(line);
  });
});

it('masks the value of a secret name whatever it is and however it is encoded', () => {
  const name = fc.constantFrom(
    'code',
    'token',
    'confirmation',
    'password',
    'secret',
    'access_token',
    'apiKey',
    'jwt',
  );
  const letters = (text: string, encoded: boolean[]): string =>
    [...text].map((letter, at) => (encoded[at] ? `%${letter.charCodeAt(0).toString(16)}` : letter)).join('');
  fc.assert(
    fc.property(
      name,
      fc.array(fc.boolean(), { maxLength: 12 }),
      fc.string({ minLength: 1 }),
      (word, encoded, value) => {
        const secret = `SECRET${encodeURIComponent(value)}`;
        const line = `GET /a/b.html?x=1&${letters(word, encoded)}=${secret}&y=2 (1 ms) 200`;
        const masked = maskSecrets(line);
        expect(masked).not.toContain('SECRET');
        expect(masked.endsWith('&y=2 (1 ms) 200')).toBe(true);
      },
    ),
  );
});

it.each(['a', '%', '%25', '/', '=', 'f', '"', '"a":"\\', 'eyJ', 'portal_'])(
  'masks 200,000 characters of %j in one pass',
  (piece) => {
    const line = piece.repeat(200_000 / piece.length);
    expect(maskSecrets(line).length).toBeGreaterThan(0);
  },
);

it('masks a secret of a portal in any place and spelling', () => {
  const secret = fc
    .uint8Array({ minLength: 24, maxLength: 48 })
    .map((bytes) => Buffer.from(bytes).toString('base64'));
  fc.assert(
    fc.property(secret, fc.integer({ min: 0, max: 2 }), (body, times) => {
      let spelled = `whsec_${body}`;
      for (let n = 0; n < times; n += 1) spelled = encodeURIComponent(spelled);
      for (const line of [
        `GET /l/${spelled}`,
        `GET /x/${spelled}/y (3 ms) 404`,
        `Error: ${spelled} is wrong`,
      ])
        expect(maskSecrets(line)).not.toContain(spelled.slice('whsec_'.length));
    }),
  );
});
