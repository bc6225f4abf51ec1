import { createCityProfile, request } from '../../support';
import { changesNothing } from '../../support/changes-nothing';
import { done, linkToTry, registerLinkToTry, sentAgain } from '../../support/link-to-try';
import { formsIn, openPage, pressButton, sendForm } from '../../support/pages';

const YESTERDAY = new Date(Date.now() - 86_400_000);

beforeAll(async () => {
  await createCityProfile();
  registerLinkToTry();
});

it('shows what it is about and a button for each thing that can be done, in both languages', async () => {
  const token = await linkToTry({ subject: 'shown' });
  const { status, headers, text } = await openPage(`/l/${token}`);
  expect(status).toBe(200);
  expect(text).toContain('<h1>Tisch bestätigen</h1>');
  expect(text).toContain('im &lt;Gasthaus&gt; &quot;Zum Anker&quot;');
  expect(text).toContain('<dt>Personen</dt><dd>4</dd>');
  expect(formsIn(text).map(({ action }) => action)).toEqual([`/l/${token}/confirm`, `/l/${token}/cancel`]);
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(text).toContain('<meta name="robots" content="noindex"/>');
  expect(text).toContain(`href="/en/l/${token}"`);
  expect((await openPage(`/en/l/${token}`)).text).toContain('<h1>Confirm your table</h1>');
});

it('changes nothing while it is only opened, by whatever method, address and state', async () => {
  const used = await linkToTry({ subject: 'opened and used' });
  await sendForm(`/l/${used}/cancel`, {});
  const tokens = [
    await linkToTry({ subject: 'opened' }),
    used,
    await linkToTry({ subject: 'opened too late', expiresAt: YESTERDAY }),
    await linkToTry({ subject: 'gone' }),
    'mistyped',
  ];
  await changesNothing(async () => {
    for (const token of tokens)
      for (let time = 0; time < 5; time += 1)
        for (const method of ['HEAD', 'GET'])
          for (const path of [
            `/l/${token}`,
            `/en/l/${token}`,
            `/l/${token}/confirm`,
            `/l/${token}/send-again`,
          ])
            expect((await request(path, { method })).status).toBeLessThan(500);
  });
  expect(sentAgain).toEqual([]);
});

it('does what its button says once; reloading, a second press and another button show what was done', async () => {
  const token = await linkToTry({ subject: 'pressed' });
  const fields = { name: 'Erika Muster', note: '', news: 'yes' };
  const pressed = await sendForm(`/l/${token}/confirm`, fields);
  expect([pressed.status, pressed.headers.get('location')]).toEqual([303, `/l/${token}`]);
  const shown = await openPage(`/l/${token}`);
  expect(shown.text).toContain('<h1>Erledigt: confirm</h1>');
  expect(formsIn(shown.text)).toEqual([]);

  const again = await sendForm(`/l/${token}/confirm`, fields);
  expect([again.status, again.headers.get('location')]).toEqual([303, `/l/${token}`]);
  const other = await sendForm(`/l/${token}/cancel`, {});
  expect(other.status).toBe(409);
  expect(other.text).toContain('<h1>Erledigt: confirm</h1>');
  const reloaded = await openPage(`/l/${token}/confirm`);
  expect([reloaded.status, reloaded.headers.get('location')]).toEqual([303, `/l/${token}`]);
  expect(done.pressed).toEqual(['confirm']);
});

it('of a link with more uses, the answer is shown, and pressing again changes nothing', async () => {
  const token = await linkToTry({ subject: 'twice', uses: 2 });
  for (let time = 0; time < 3; time += 1) {
    const { status, text } = await sendForm(`/l/${token}/confirm`, { name: 'Erika' });
    expect([status, text.includes('<h1>Erledigt: confirm</h1>')]).toEqual([200, true]);
  }
  expect(done.twice).toEqual(['confirm']);
});

it('names what is wrong at its field, in the form that was sent, and keeps what was typed', async () => {
  const token = await linkToTry({ subject: 'mistaken' });
  const { status, text } = await sendForm(`/en/l/${token}/confirm`, {
    name: 'E',
    note: '</textarea><script>',
    news: 'yes',
  });
  expect(status).toBe(400);
  expect(text).toContain('<title>Error: Confirm your table');
  expect(text).toContain('href="#confirm-name"');
  expect(text).toMatch(
    /id="confirm-name"[^>]*aria-describedby="confirm-name-problem"[^>]*aria-invalid="true"/,
  );
  expect(text).toContain('&lt;/textarea&gt;&lt;script&gt;');
  expect(text).toMatch(/type="checkbox"[^>]*checked=""/);
  expect(done.mistaken).toBeUndefined();
  const mended = await sendForm(`/en/l/${token}/confirm`, { name: 'Erika' });
  expect([mended.status, mended.headers.get('location')]).toEqual([303, `/en/l/${token}`]);
});

it('once it has expired, offers another one, which is sent once', async () => {
  const token = await linkToTry({ subject: 'late', expiresAt: YESTERDAY });
  const expired = await openPage(`/l/${token}`);
  expect(expired.status).toBe(410);
  expect(expired.text).toContain('<h1>Dieser Link ist abgelaufen</h1>');
  const tooLate = await sendForm(`/l/${token}/confirm`, { name: 'Erika' });
  expect(tooLate.status).toBe(410);
  for (const page of [expired, tooLate]) {
    const { status, text } = await pressButton(page.text);
    expect(status).toBe(200);
    expect(text).toContain('<h1>Ein neuer Link ist unterwegs</h1>');
  }
  expect(sentAgain).toEqual(['late']);
  expect(done.late).toBeUndefined();
});

it('of a kind that cannot be sent again, says where to ask', async () => {
  const token = await linkToTry({ subject: 'once', expiresAt: YESTERDAY, purpose: 'to-try-once' });
  const { status, text } = await openPage(`/l/${token}`);
  expect(status).toBe(410);
  expect(text).toContain('wo Sie begonnen haben');
  expect(formsIn(text)).toEqual([]);
});

it.each([
  ['mistyped', (): Promise<string> => Promise.resolve('mistyped')],
  ['about something that is gone', () => linkToTry({ subject: 'gone' })],
])('is a page that is not there: %s', async (_what, make) => {
  const token = await make();
  const answers = [
    await openPage(`/l/${token}`),
    await sendForm(`/l/${token}/no-such-action`, {}),
    await openPage(`/en/l/${token}`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(answers[0]?.text).toContain('Diesen Link gibt es nicht oder nicht mehr');
  expect(answers[2]?.text).toContain('<html lang="en">');
});
