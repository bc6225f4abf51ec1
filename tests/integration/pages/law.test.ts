import { NEEDS } from '#src/city/domain/needs-of-law';
import { fieldLabel } from '#src/domain/field-labels';
import { CATALOGUES } from '#src/languages/index';
import { LANGUAGES } from '#src/languages/language';
import { publicBase } from '#src/platform/mail/public-url';
import { personalDataOf } from '#src/platform/personal-data/index';
import { sqlOf } from '#src/platform/sql/sql';
import { POINTS } from '#src/plugins/directory/server/src/domain/ranking';
import { GROUND_NAMES, type Ground } from '#src/plugins/moderation/server/src/intake/domain/kinds';
import {
  createAdmin,
  createBusiness,
  createCityProfile,
  mailsTo,
  request,
  startedApp,
  waitForMail,
  type AdminAccount,
} from '../../support';
import { solvedChallenge } from '../../support/challenge';
import { changesNothing } from '../../support/changes-nothing';
import { LAWFUL_CITY } from '../../support/lawful-city';
import { formsIn, openPage, sendForm } from '../../support/pages';

jest.setTimeout(120_000);

const LAW = {
  imprint: ['/impressum', '/en/imprint'],
  privacy: ['/datenschutz', '/en/privacy'],
  accessibility: ['/barrierefreiheit', '/en/accessibility'],
  terms: ['/nutzungsbedingungen', '/en/terms'],
  sorting: ['/wie-wir-sortieren', '/en/how-we-sort'],
  report: ['/melden', '/en/report'],
} as const;
const PATHS = Object.values(LAW).flat();

const PROFILE = 'api::city-profile.city-profile';

let editor: AdminAccount;
const sql = () => sqlOf(startedApp().strapi);
const unlimited = () => sql()('delete from stadtverbund.rate_limit');
const profileId = async (): Promise<string> =>
  (await startedApp().strapi.documents(PROFILE).findFirst({ locale: 'de' }))?.documentId ?? '';

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');

interface Hint {
  code: string;
  path: string[];
  message: string;
}
const hints = async (): Promise<Hint[]> => {
  const path = `/rules/doubts/${PROFILE}/${await profileId()}?contentLocale=de`;
  return (await request<{ data: Hint[] }>(path, { token: editor.token })).body.data;
};

beforeAll(async () => {
  editor = await createAdmin({ language: 'de' });
  await createCityProfile({ postcodes: [] });
});

describe('before the city has said anything', () => {
  it.each(PATHS)('%s is a whole page, and in the footer of every page', async (path) => {
    const { status, text, headers } = await openPage(path);
    expect(status).toBe(200);
    expect(text.match(/<h1[ >]/g)).toHaveLength(1);
    expect(text).not.toMatch(/undefined|\[object|NaN|null/);
    expect(headers.get('content-security-policy')).toContain("form-action 'self'");
    const language = path.startsWith('/en') ? 1 : 0;
    for (const start of [
      ['/', '/en'],
      ['/konto', '/en/account'],
      ['/nichts', '/en/nothing'],
    ])
      expect((await openPage(start[language] ?? '')).text).toContain(`<a href="${path}">`);
  });

  it('each page names what is missing on it, and the panel all of it', async () => {
    for (const [at, language] of LANGUAGES.entries())
      for (const page of ['imprint', 'privacy', 'accessibility', 'terms'] as const) {
        const { text } = await openPage(LAW[page][at] ?? '');
        const { missing } = CATALOGUES[language].lawPages;
        expect(text).toContain(missing.title);
        const needed = NEEDS.filter((need) => need.page === page);
        for (const { path, law } of needed)
          expect(text).toContain(escaped(missing.one(fieldLabel(path, language), law[language])));
        expect(text.match(/<li>[^<]*\((?:verlangt|asked for by) /g)).toHaveLength(needed.length);
      }
    const found = (await hints()).filter(({ code }) => code === 'law-needs');
    expect(found.map(({ path }) => path.join('.'))).toEqual(NEEDS.map(({ path }) => path.join('.')));
    expect(found[0]?.message).toBe(
      'Anbieter › Name des Anbieters: Das verlangt § 5 DDG. Bitte ergänzen Sie es; bis dahin sagt die Seite /impressum, dass es fehlt.',
    );
  });

  it('the statement on accessibility says that it is not complete', async () => {
    expect((await openPage('/barrierefreiheit')).text).toContain('noch nicht vollständig');
  });
});

describe('once the city has said it', () => {
  beforeAll(() => createCityProfile(LAWFUL_CITY));

  it('nothing is missing, on no page and not in the panel, and examples are marked', async () => {
    for (const path of PATHS) expect((await openPage(path)).text).not.toContain('fehlt noch');
    expect((await hints()).map(({ code }) => code)).toEqual([]);
    for (const page of ['imprint', 'privacy', 'accessibility', 'terms'] as const) {
      expect((await openPage(LAW[page][0])).text).toContain('Beispiel: Dies ist eine Vorführung.');
      expect((await openPage(LAW[page][1])).text).toContain('Example: this is a demonstration.');
    }
  });

  it('the imprint names the operator, in every language the same, and all of it is text', async () => {
    for (const path of LAW.imprint) {
      const { text } = await openPage(path);
      for (const said of [
        'Stadt Musterstadt',
        'Eva Muster &amp; Co',
        'Markt 1',
        '44135 Dortmund',
        'DE123456789',
      ])
        expect(text).toContain(said);
      expect(text).toContain('href="mailto:post@muster.example"');
      expect(text).toContain('href="tel:+492315000"');
    }
  });

  it('it is kept in every language when one is written', async () => {
    const { strapi } = startedApp();
    const documentId = await profileId();
    await strapi.documents(PROFILE).update({
      documentId,
      locale: 'en',
      data: { name: 'Dortmund', termsOfUse: 'No nonsense.' } as never,
    });
    const [de, en] = [await openPage(LAW.terms[0]), await openPage(LAW.terms[1])];
    expect(de.text).toContain('Kein Unfug.');
    expect(en.text).toContain('No nonsense.');
    expect((await openPage(LAW.imprint[1])).text).toContain('Eva Muster');
    // A text that English does not have is the German one.
    expect((await openPage(LAW.privacy[1])).text).toContain('Rechenzentrum Nord');
    expect((await openPage(LAW.accessibility[1])).text).toContain('Der Stadtplan ist ein Bild.');
  });

  it('the privacy page has each declaration of personal data with its retention, in both languages', async () => {
    const all = personalDataOf(startedApp().strapi);
    for (const [at, language] of LANGUAGES.entries()) {
      const { text } = await openPage(LAW.privacy[at] ?? '');
      for (const { what, deleted, legalBasis, purpose } of all)
        for (const words of [what, deleted, legalBasis, purpose])
          expect(text).toContain(escaped(words[language]));
    }
  });

  it('the page of sorting has every number of points that the search counts with', async () => {
    const { text } = await openPage(LAW.sorting[0]);
    expect([...text.matchAll(/<td>(\d+)<\/td>/g)].map(([, points]) => Number(points))).toEqual(
      Object.values(POINTS),
    );
  });

  it('a statement that is older than a year says so, the panel hints, and editors get a mail once a month', async () => {
    const reviewed = { ...LAWFUL_CITY.accessibility, lastReviewed: '2020-02-03' };
    await createCityProfile({ accessibility: reviewed });
    const { text } = await openPage('/barrierefreiheit');
    expect(text).toContain('3. Februar 2020');
    expect(text).toContain('länger als ein Jahr her');
    expect((await hints()).map(({ code }) => code)).toEqual(['accessibility-review-due']);
    const jobs = await sql()(`select cron from pgboss.schedule where name = 'accessibility-review'`);
    expect(jobs).toEqual([{ cron: '30 7 1 * *' }]);
    const run = () =>
      sql()(`insert into pgboss.job (name, data) values ('accessibility-review', '{}'::jsonb)`);
    await run();
    const mail = await waitForMail(editor.email, ({ subject }) => subject.includes('Barrierefreiheit'));
    expect(mail.text).toContain('3. Februar 2020');
    await createCityProfile({ accessibility: LAWFUL_CITY.accessibility });
    expect((await openPage('/barrierefreiheit')).text).not.toContain('länger als ein Jahr her');
  });
});

/** What a whole report of each ground says, about a page. */
const saidOf = (kind: Ground, url: string): Record<string, string> =>
  kind === 'illegal'
    ? {
        kind,
        url,
        explanation: 'Das Bild beleidigt meine Nachbarin.',
        law: '§ 185 StGB',
        name: 'Klara Muster',
        email: 'klara@leute.example',
        goodFaith: 'yes',
      }
    : { kind, url, message: 'So stimmt das nicht.', email: 'klara@leute.example' };

describe('reporting', () => {
  let path: string;
  let url: string;
  let documentId: string;

  beforeAll(async () => {
    const business = await createBusiness({ name: 'Bäckerei Krume' });
    documentId = business.documentId;
    path = `/betriebe/${String(business['slug'])}`;
    url = `${startedApp().url}${path}`;
  });
  beforeEach(unlimited);

  it('begins on the page of a listing, which is filled in', async () => {
    const { text } = await openPage(path);
    const link = /href="(\/melden\?url=[^"]*)"/.exec(text)?.[1] ?? '';
    const choice = await openPage(link);
    for (const kind of GROUND_NAMES)
      expect(choice.text).toContain(escaped(`/melden?${new URLSearchParams({ kind, url }).toString()}`));
    const form = await openPage(`/melden?${new URLSearchParams({ kind: 'closed', url }).toString()}`);
    expect(form.text).toContain(`value="${url}"`);
    expect(form.text).toContain('noindex');
  });

  it.each(GROUND_NAMES)('%s is taken without JavaScript, and answered with its number', async (kind) => {
    const opened = await openPage(`/en/report?kind=${kind}`);
    const form = formsIn(opened.text).at(-1);
    expect(form).toEqual({ action: '/en/report', hidden: { kind } });
    const sent = await sendForm('/en/report', { homepage: '', altcha: '', ...saidOf(kind, url) });
    expect(sent.status).toBe(303);
    const location = sent.headers.get('location') ?? '';
    const number = new URLSearchParams(location.split('?')[1]).get('number') ?? '';
    const [row] = await sql()(
      `select kind, document_id, language, url from stadtverbund.intake where year || '-' || number = :number`,
      { number },
    );
    const known = `${publicBase(startedApp().strapi)}${path}`;
    expect(row).toEqual({ kind, document_id: documentId, language: 'en', url: known });
    const taken = await openPage(location);
    expect(taken.text).toContain(`Your report has the number ${number}.`);
    expect(taken.headers.get('cache-control')).toBe('no-store');
    await waitForMail('klara@leute.example', ({ subject }) => subject.includes(number));
  });

  it.each(
    GROUND_NAMES.flatMap((kind) =>
      (['/melden', '/en/report'] as const).flatMap(
        (at): [string, string, Record<string, string>, string][] => {
          const whole = saidOf(kind, '');
          const { explanation: _e, message: _m, ...mute } = whole;
          const field = kind === 'illegal' ? 'explanation' : 'message';
          return [
            [`${kind} without a word`, at, mute, field],
            [`${kind} about a page elsewhere`, at, { ...whole, url: 'https://andere.example/x' }, 'url'],
            [`${kind} about no address`, at, { ...whole, url: 'krume' }, 'url'],
            [
              `${kind} with an address for e-mail that is none`,
              at,
              { ...whole, url: '', email: 'a b' },
              'email',
            ],
          ];
        },
      ),
    ),
  )(
    '%s by %s is refused at its field, keeps what was typed, and changes nothing',
    async (_what, at, values, field) => {
      await changesNothing(async () => {
        const { status, text } = await sendForm(at, values);
        expect(status).toBe(400);
        expect(text).toContain(`<a href="#form-${field}">`);
        expect(text).toContain(`<html lang="${at.startsWith('/en') ? 'en' : 'de'}">`);
        expect(text).not.toMatch(/childAbuse\)|contentType|\(url\)/);
        for (const [name, value] of Object.entries(values))
          if (!['goodFaith', 'kind'].includes(name) && value !== '') expect(text).toContain(escaped(value));
        expect(formsIn(text).at(-1)?.hidden['kind']).toBe(values['kind']);
      });
    },
  );

  it.each([
    ['without a name', { name: '' }, 'name', 'Ihr Name: Bitte nennen Sie ihn.'],
    ['without an address', { email: '' }, 'email', 'Ihre E-Mail-Adresse: Bitte nennen Sie sie.'],
    ['without a place', { url: '' }, 'url', 'Adresse der Seite: Bitte nennen Sie den Eintrag'],
    ['too short', { explanation: 'Böse.' }, 'explanation', '20 Zeichen'],
  ])('of something illegal %s asks for what the law asks', async (_what, without, field, words) => {
    const { status, text } = await sendForm('/melden', { ...saidOf('illegal', url), ...without });
    expect(status).toBe(400);
    expect(text).toContain(`id="form-${field}-problem"`);
    expect(text).toContain(words);
  });

  it('of the abuse of children needs no name and no address', async () => {
    const { name: _n, email: _e, ...nameless } = saidOf('illegal', url);
    const { goodFaith: _g, ...doubtful } = nameless;
    expect((await sendForm('/melden', { ...doubtful, childAbuse: 'yes' })).status).toBe(400);
    expect((await sendForm('/melden', { ...nameless, childAbuse: 'yes' })).status).toBe(303);
  });

  it('of robots is refused, of people without JavaScript limited, and with a challenge taken', async () => {
    const values = { ...saidOf('wrong', url), email: '' };
    expect((await sendForm('/melden', { ...values, homepage: 'https://spam.example' })).status).toBe(400);
    const answers: number[] = [];
    for (let at = 0; at < 4; at += 1) answers.push((await sendForm('/melden', values)).status);
    expect(answers).toEqual([303, 303, 303, 429]);
    expect((await sendForm('/melden', { ...values, altcha: await solvedChallenge() })).status).toBe(303);
    expect(mailsTo('')).toEqual([]);
  });

  it('something unknown shows the choice again', async () => {
    const { status, text } = await openPage('/melden?kind=raumschiff');
    expect(status).toBe(200);
    expect(text).toContain('/melden?kind=illegal');
    expect((await sendForm('/melden', { kind: 'raumschiff', message: 'x' })).status).toBe(400);
  });

  it('whatever the address of the answer says, only a number is shown', async () => {
    const { text } = await openPage('/melden/angekommen?number=%3Cb%3E2026&kind=%22x');
    expect(text).not.toContain('2026');
  });

  it('a barrier has an address of its own, and three weeks later editors are reminded', async () => {
    const { status, headers } = await openPage('/barriere-melden?utm_source=x');
    expect([status, headers.get('location')]).toEqual([301, '/melden?kind=accessibility']);
    const insert = (number: number, days: number) =>
      sql()(
        `insert into stadtverbund.intake (kind, year, number, message, due_on, created_at)
         values ('accessibility', 2001, :number, 'Kontrast', current_date + 8, now() - make_interval(days => :days))`,
        { number, days },
      );
    await insert(22, 22);
    await insert(20, 20);
    await sql()(`insert into pgboss.job (name, data) values ('moderation-digest', '{}'::jsonb)`);
    const mail = await waitForMail(editor.email, ({ text }) => text.includes('2001-22'));
    expect(mail.text).toContain('Bald fällig');
    expect(mail.text).not.toContain('2001-20');
  });
});

it('a listing that was erased is not there: 404, and says nothing of it', async () => {
  const stored = await createBusiness({ name: 'Ausgelöscht' });
  const path = `/betriebe/${String(stored['slug'])}`;
  expect((await openPage(path)).status).toBe(200);
  const { documentId } = stored;
  await startedApp().strapi.documents('api::business.business').delete({ documentId, locale: '*' });
  const { status, text } = await openPage(`${path}?utm_source=x`, { cookie: 'a=b' });
  expect(status).toBe(404);
  expect(text).not.toContain('Ausgelöscht');
});
