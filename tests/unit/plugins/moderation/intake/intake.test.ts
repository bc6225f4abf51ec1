import fc from 'fast-check';
import { daysAfter, monthsAfter } from '#src/domain/calendar-days';
import { dueOn } from '#src/plugins/moderation/server/src/intake/domain/days';
import { decideIntake, type Deciding } from '#src/plugins/moderation/server/src/intake/domain/decide';
import { DECISIONS, GROUND_NAMES, GROUNDS } from '#src/plugins/moderation/server/src/intake/domain/kinds';
import { placeInUrl } from '#src/plugins/moderation/server/src/intake/domain/place-in-url';
import { notice, noticeBody, needsOf } from '#src/plugins/moderation/server/src/validation/notice';
import { matchDomains } from '#src/plugins/self-service/server/src/domain/claim-domain';

describe('a decision', () => {
  const asked = fc.record<Deciding>({
    isDecided: fc.boolean(),
    decisions: fc.subarray([...DECISIONS]),
    decision: fc.constantFrom(...DECISIONS, 'withdrawn', ''),
    reason: fc.constantFrom('', '  \n', 'Geprüft.'),
    editor: fc.integer({ min: 1, max: 3 }),
    decidedBefore: fc.option(fc.integer({ min: 1, max: 3 })),
  });

  it('is one of its kind, by another editor than before, with a reason, and happens once', () => {
    fc.assert(
      fc.property(asked, (one) => {
        const may = decideIntake(one);
        const allowed =
          !one.isDecided &&
          one.decisions.some((decision) => decision === one.decision) &&
          one.decidedBefore !== one.editor &&
          (one.reason.trim() !== '' || one.decision === 'accepted');
        expect(may.ok).toBe(allowed);
        if (may.ok)
          expect(decideIntake({ ...one, isDecided: true })).toEqual({ ok: false, reason: 'intake-decided' });
      }),
    );
  });

  it('of however many attempts, in any order, exactly one is made', () => {
    fc.assert(
      fc.property(fc.array(asked, { minLength: 1, maxLength: 20 }), (attempts) => {
        let made = 0;
        for (const one of attempts)
          if (decideIntake({ ...one, isDecided: made > 0, decisions: DECISIONS }).ok) made += 1;
        expect(made).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('days', () => {
  test.each([
    ['2026-11-30', { months: 1 }, '2026-12-30'],
    ['2026-01-31', { months: 1 }, '2026-02-28'],
    ['2028-01-31', { months: 1 }, '2028-02-29'],
    ['2026-12-31', { months: 1 }, '2027-01-31'],
    ['2026-12-25', { days: 7 }, '2027-01-01'],
    ['2027-03-27', { days: 1 }, '2027-03-28'],
  ])('what comes on %s and has %o is due on %s', (day, due, expected) => {
    expect(dueOn(day, due)).toBe(expected);
  });

  it('are real days, later than before', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 24 }), (from, count) => {
        for (const to of [monthsAfter(from, count), daysAfter(from, count)]) {
          expect(to > from).toBe(true);
          expect(new Date(`${to}T00:00:00Z`).toISOString().slice(0, 10)).toBe(to);
        }
      }),
    );
  });

  it('a notice of something illegal is urgent; a barrier and a wish for privacy have a month', () => {
    expect(GROUND_NAMES.filter((name) => 'isUrgent' in GROUNDS[name])).toEqual(['illegal']);
    for (const name of ['accessibility', 'privacy'] as const)
      expect(GROUNDS[name].due).toEqual({ months: 1 });
  });
});

describe('an address that is reported', () => {
  const of = (...templates: string[]) =>
    templates.map((template) => ({ type: template.includes('offer') ? 'offer' : 'business', template }));
  const here = {
    templates: of(
      'https://betriebe.example/api/directory/listings/business/{slug}',
      'https://betriebe.example/betriebe/{slug}',
      'https://betriebe.example/en/businesses/{slug}',
    ),
    bases: [],
  };
  const site = {
    templates: of(
      'https://www.stadt.example/laden/business/{slug}/',
      'https://www.stadt.example/laden/offer/{slug}/',
    ),
    bases: ['https://betriebe.example', 'https://www.stadt.example/laden/{type}/{slug}'],
  };
  const typeless = {
    templates: ['business', 'offer'].map((type) => ({ type, template: 'https://www.stadt.example/{slug}' })),
    bases: [],
  };
  test.each([
    [
      'a listing here',
      'https://betriebe.example/api/directory/listings/business/krume',
      here,
      'listing',
      'krume',
    ],
    [
      'with umlauts',
      'https://betriebe.example/api/directory/listings/business/b%C3%A4ckerei',
      here,
      'listing',
      'bäckerei',
    ],
    ['on the website', 'https://www.stadt.example/laden/business/krume?utm=1#top', site, 'listing', 'krume'],
    ['its page', 'https://betriebe.example/betriebe/krume?utm_source=x', here, 'listing', 'krume'],
    ['its English page', 'https://betriebe.example/en/businesses/krume', here, 'listing', 'krume'],
    ['one that does not say its type', 'https://www.stadt.example/krume', typeless, 'page', undefined],
    ['another page', 'https://betriebe.example/impressum', site, 'page', undefined],
    [
      'a broken one',
      'https://betriebe.example/api/directory/listings/business/%E0%A4%A',
      here,
      'listing',
      '%E0%A4%A',
    ],
    [
      'somewhere else',
      'https://anderswo.example/api/directory/listings/business/krume',
      here,
      'elsewhere',
      undefined,
    ],
    ['no address', 'krume', here, 'elsewhere', undefined],
    ['a lookalike', 'https://betriebe.example.anderswo.example/impressum', here, 'elsewhere', undefined],
  ])('%s', (_what, url, ours, is, slug) => {
    expect(placeInUrl(url, ours)).toMatchObject(slug === undefined ? { is } : { is, slug });
  });
});

describe('a notice', () => {
  const WHOLE = {
    ground: 'illegal',
    contentType: 'business',
    documentId: 'abc',
    explanation: 'Auf dem Bild wird ein Nachbar beleidigt.',
    name: 'Erika Muster',
    email: 'Erika@Muster.example',
    goodFaith: true,
  } as const;
  const without = (...names: string[]) =>
    Object.fromEntries(Object.entries(WHOLE).filter(([name]) => !names.includes(name)));
  const codes = (body: unknown): string[] => {
    const parsed = noticeBody.safeParse(body);
    return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
  };

  it('of something illegal is complete with the elements of Art. 16 (2)', () => {
    expect(noticeBody.parse(WHOLE)).toMatchObject({
      ground: 'illegal',
      message: WHOLE.explanation,
      from: { name: 'Erika Muster', email: 'erika@muster.example' },
      fields: { goodFaith: true },
    });
  });

  test.each([
    ['(a) the explanation', without('explanation'), 'notice-explanation'],
    ['(a) more than a word', { ...WHOLE, explanation: 'Beleidigung' }, 'notice-explanation'],
    ['(b) the exact place', without('contentType', 'documentId'), 'notice-place'],
    ['(b) half of it', without('documentId'), 'notice-place'],
    ['(c) the name', without('name'), 'notice-name'],
    ['(c) the address', without('email'), 'notice-email'],
    ['(d) good faith', without('goodFaith'), 'notice-good-faith'],
    ['(d) good faith that is denied', { ...WHOLE, goodFaith: false }, 'notice-good-faith'],
  ])('asks for %s', (_what, body, code) => {
    expect(codes(body)).toEqual([code]);
  });

  it('needs no name and no address where children are abused (Art. 16 (2) (c)), and all the rest', () => {
    expect(codes({ ...without('name', 'email'), childAbuse: true })).toEqual([]);
    expect(codes({ ground: 'illegal', childAbuse: true })).toEqual([
      'notice-explanation',
      'notice-place',
      'notice-good-faith',
    ]);
  });

  it.each(GROUND_NAMES.filter((name) => name !== 'illegal'))(
    '%s asks for neither name nor address',
    (ground) => {
      expect(codes({ ...without('name', 'email', 'goodFaith'), ground })).toEqual([]);
      expect(needsOf({ ground })).toContain('message');
    },
  );

  it.each([
    ['wrong', 'wrong'],
    ['closed', 'closed'],
    ['offensive', 'terms'],
    ['fraud', 'terms'],
    ['rights', 'terms'],
    ['other', 'wrong'],
    [undefined, 'wrong'],
  ])('that names a kind, %s, as before there were grounds, is still taken', (kind, ground) => {
    for (const text of ['message', 'reason', 'explanation'])
      expect(
        noticeBody.parse({ contentType: 'business', documentId: 'abc', kind, [text]: 'x' }),
      ).toMatchObject({
        ground,
        message: 'x',
      });
  });

  it('takes no address but one of the web', () => {
    for (const url of ['javascript:alert(1)', 'ftp://a.example/', 'nichts'])
      expect(notice.safeParse({ url }).success).toBe(false);
  });
});

test.each([
  ['info@krume.example', 'https://www.krume.example/', 'same-domain'],
  ['info@mail.krume.example', 'https://krume.example', 'same-domain'],
  ['info@krume.example', 'https://shop.krume.example', 'same-domain'],
  ['krume@gmx.de', 'https://krume.example', 'public-mail'],
  ['krume@gmx.de', null, 'public-mail'],
  ['krume@t-online.de', 'https://krume.t-online.de', 'public-mail'],
  ['info@krume.example', 'https://andere.example', 'other-domain'],
  ['info@notkrume.example', 'https://krume.example', 'other-domain'],
  ['info@krume.example', null, 'no-website'],
  ['info@krume.example', 'keine', 'no-website'],
])('%s and %s: %s', (email, website, expected) => {
  expect(matchDomains(email, website)).toBe(expected);
});

describe('what people write in a report', () => {
  const asSent = {
    ground: 'illegal',
    documentId: 'x',
    contentType: 'business',
    explanation: 'Das Bild zeigt mein Kind,\r\n\u202eohne daß ich\u0000 es erlaubt hätte.',
    name: 'Karla\r\nBcc: boese@x.example \u2067Küster',
    email: 'karla@example.org',
    law: '§ 22\u2028KUG',
    goodFaith: true,
  };

  it('is taken without what nobody sees; a name is one line', () => {
    const { message, from, fields } = noticeBody.parse(asSent);
    expect(message).toBe('Das Bild zeigt mein Kind,\nohne daß ich es erlaubt hätte.');
    expect(from.name).toBe('Karla Bcc: boese@x.example Küster');
    expect(fields.law).toBe('§ 22 KUG');
  });

  it.each([
    ['name', '\u200b \u202e', 'notice-name'],
    ['name', 'K', 'notice-name'],
    ['explanation', `kurz${'\u2060'.repeat(40)}`, 'notice-explanation'],
  ])('counts for nothing if nobody sees it: %s %j', (field, text, code) => {
    const refused = noticeBody.safeParse({ ...asSent, [field]: text });
    expect(refused.error?.issues.map(({ message }) => message)).toEqual([code]);
  });
});
