import fc from 'fast-check';
import { z } from 'zod';
import { refused } from '#src/platform/refusals/refusal';
import { addPerson, readPerson } from '#src/platform/people/people';
import {
  endLinks,
  newLink,
  registerLinkPurpose,
  useLink,
  type LinkView,
} from '#src/platform/secret-links/index';
import { sqlOf } from '#src/platform/sql/sql';
import { request, startedApp } from '#tests/support/index';
import { changesNothing } from '#tests/support/changes-nothing';

jest.setTimeout(120_000);

const TOMORROW = (): Date => new Date(Date.now() + 86_400_000);
const YESTERDAY = (): Date => new Date(Date.now() - 86_400_000);

interface Body {
  data: LinkView;
  error: { message: string; details: { code: string; canBeSentAgain?: boolean } };
}

let subjects = 0;
const sent: string[] = [];

const sql = (): ReturnType<typeof sqlOf> => sqlOf(startedApp().strapi);

/** How often something was done about a subject: each run takes a number. */
const effects = async (subject: string): Promise<number> => {
  const [row] = await sql()<{ next: number }>(
    'select next from stadtverbund.counter where scope = :subject',
    {
      subject,
    },
  );
  return row ? row.next - 1 : 0;
};

const viewOf = (title: string, isLast = true): LinkView => ({
  title,
  text: ['Ein Absatz.'],
  actions: isLast ? [] : [{ name: 'confirm', label: 'Bestätigen' }],
});

interface Made {
  token: string;
  subject: string;
}

const mail = async (link: Partial<Parameters<typeof newLink>[1]> = {}): Promise<Made> => {
  const subject = `subject ${(subjects += 1)}`;
  const token = await newLink(sql(), { purpose: 'test', subject, expiresAt: TOMORROW(), ...link });
  return { token, subject: link.subject ?? subject };
};

const show = (token: string, language = 'de') =>
  request<Body>(`/api/links/${token}`, { headers: { 'accept-language': language } });
const post = (token: string, action: string, body: object = {}) =>
  request<Body>(`/api/links/${token}/${action}`, { body });

beforeAll(() => {
  registerLinkPurpose(startedApp().strapi, {
    name: 'test',
    show: (_strapi, { subject }, language) =>
      Promise.resolve(
        subject === 'gone'
          ? undefined
          : viewOf(language === 'de' ? 'Bitte bestätigen' : 'Please confirm', false),
      ),
    actions: {
      confirm: {
        fields: z.strictObject({ note: z.string().max(5).optional() }),
        async run(_strapi, transaction, { subject }, input) {
          const { note = '' } = input as { note?: string };
          const [row] = await transaction<{ number: number }>(
            'select stadtverbund.next_number(:subject, 0) as number',
            { subject },
          );
          return viewOf(`Bestätigt ${row?.number}${note}`);
        },
      },
      cancel: {
        run: async (_strapi, transaction, { subject }) => {
          await transaction('select stadtverbund.next_number(:subject, 0)', { subject });
          return viewOf('Abgesagt');
        },
      },
      fail: {
        run: async (_strapi, transaction, { subject }) => {
          await transaction('select stadtverbund.next_number(:subject, 0)', { subject });
          throw refused('not-found');
        },
      },
    },
    sendAgain: (_strapi, { subject }) => {
      sent.push(subject);
      return Promise.resolve();
    },
  });
  registerLinkPurpose(startedApp().strapi, {
    name: 'test-once',
    show: () => Promise.resolve(viewOf('Nur einmal')),
    actions: {},
  });
});

describe('GET', () => {
  it('shows what can be done, in the reader’s language, and nobody keeps it', async () => {
    const { token } = await mail();
    const { status, body, headers } = await show(token);
    expect([status, body.data.title]).toEqual([200, 'Bitte bestätigen']);
    expect((await show(token, 'en')).body.data.title).toBe('Please confirm');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('changes nothing, as HEAD does not, whatever the link is like and however often it is opened', async () => {
    const used = await mail();
    await post(used.token, 'confirm');
    const links = [
      await mail(),
      used,
      await mail({ expiresAt: YESTERDAY() }),
      await mail({ subject: 'gone' }),
      await mail({ purpose: 'of a later release' }),
      { token: 'mistyped' },
    ];
    const statuses: number[] = [];
    await changesNothing(async () => {
      for (const { token } of links)
        for (let time = 0; time < 5; time += 1)
          for (const method of ['GET', 'HEAD'])
            for (const path of ['', '/confirm', '/send-again'])
              statuses.push((await request(`/api/links/${token}${path}`, { method })).status);
    });
    expect(sent).toEqual([]);
    expect([...new Set(statuses)].sort()).toEqual([200, 404, 410]);
  });
});

describe('POST', () => {
  it('does it once; the same again gets the same answer, anything else 409, and the page says what was done', async () => {
    const { token, subject } = await mail();
    const first = await post(token, 'confirm', { note: 'a' });
    expect([first.status, first.body.data.title]).toEqual([200, 'Bestätigt 1a']);
    const again = await post(token, 'confirm', { note: 'a' });
    expect([again.status, again.text]).toEqual([200, first.text]);
    for (const [action, body] of [
      ['cancel', {}],
      ['confirm', { note: 'b' }],
      ['confirm', {}],
    ] as const) {
      const other = await post(token, action, body);
      expect([other.status, other.body.error.details.code]).toEqual([409, 'link-used']);
    }
    expect((await show(token)).text).toBe(first.text);
    expect(await effects(subject)).toBe(1);
    for (const { headers } of [first, again]) expect(headers.get('cache-control')).toBe('no-store');
  });

  it('of two or more at once has one effect, and all get its answer', async () => {
    const { token, subject } = await mail();
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(token, 'confirm')));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await effects(subject)).toBe(1);
  });

  it('that cannot be used says so, and changes nothing', async () => {
    const expired = await mail({ expiresAt: YESTERDAY() });
    const unexpected: unknown[] = [];
    const cases: [token: string, action: string, body: object, status: number, code: string][] = [
      [expired.token, 'confirm', {}, 410, 'link-expired'],
      ['mistyped', 'confirm', {}, 404, 'link-unknown'],
      [(await mail()).token, 'constructor', {}, 404, 'link-unknown'],
      [(await mail()).token, 'no-such-action', {}, 404, 'link-unknown'],
      [(await mail({ purpose: 'test-once' })).token, 'confirm', {}, 404, 'link-unknown'],
      [(await mail({ purpose: 'of a later release' })).token, 'confirm', {}, 404, 'link-unknown'],
      [(await mail()).token, 'confirm', { note: 'too long' }, 400, 'value-too-long'],
      [(await mail()).token, 'cancel', { unknown: 'x' }, 400, 'field-unknown'],
    ];
    const links = () => sql()('select * from stadtverbund.secret_link order by id');
    const before = await links();
    for (const [token, action, body, status, code] of cases) {
      const answer = await post(token, action, body);
      const details = answer.body.error?.details;
      if (answer.status !== status || details?.code !== code)
        unexpected.push([action, body, answer.status, answer.text]);
      expect(answer.body.error.message).not.toMatch(/[{}]/);
    }
    expect(unexpected).toEqual([]);
    expect(await links()).toEqual(before);
  });

  it('that fails in the middle leaves the link as it was, and nothing done', async () => {
    const { strapi } = startedApp();
    const { token, subject } = await mail();
    await expect(useLink(strapi, token, 'fail', {}, 'de')).rejects.toMatchObject({ code: 'not-found' });
    expect(await effects(subject)).toBe(0);
    expect((await post(token, 'confirm')).body.data.title).toBe('Bestätigt 1');
  });
});

describe('any sequence of requests', () => {
  const step = fc.oneof(
    fc.record({ action: fc.constantFrom('confirm', 'cancel'), note: fc.constant(undefined) }),
    fc.record({ action: fc.constant('confirm'), note: fc.constantFrom('a', 'b') }),
    fc.constant('show' as const),
    fc.constant('expire' as const),
  );

  it('has no more effects than the link has uses, and none once it has expired', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(step, { maxLength: 10 }),
        async (uses, steps) => {
          const { strapi } = startedApp();
          const { token, subject } = await mail({ uses });
          const model = { done: 0, last: '', answer: '', isExpired: false };
          for (const one of steps) {
            if (one === 'expire') {
              await sql()(
                `update stadtverbund.secret_link set expires_at = now() - interval '1 s' where subject = :subject`,
                { subject },
              );
              model.isExpired = true;
            } else if (one === 'show') {
              const { status } = await show(token);
              expect(status).toBe(model.isExpired && model.done < uses ? 410 : 200);
            } else {
              const asked = JSON.stringify(one);
              const input = one.note === undefined ? {} : { note: one.note };
              const answer = await useLink(strapi, token, one.action, input, 'de').then(
                JSON.stringify,
                String,
              );
              if (asked === model.last) expect(answer).toBe(model.answer);
              else if (model.done < uses && !model.isExpired)
                Object.assign(model, { done: model.done + 1, last: asked, answer });
              else expect(answer).toMatch(model.done === uses ? /schon benutzt/ : /abgelaufen/);
            }
          }
          expect(await effects(subject)).toBe(model.done);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('an expired link', () => {
  it('is sent again once, and the answer is the same each time, as it is where nothing can be sent', async () => {
    const { token, subject } = await mail({ expiresAt: YESTERDAY() });
    const shown = await show(token);
    expect([shown.status, shown.body.error.details]).toMatchObject([
      410,
      { code: 'link-expired', canBeSentAgain: true },
    ]);
    const answers = await Promise.all([1, 2, 3].map(() => post(token, 'send-again')));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.body.data.title).toBe('Ein neuer Link ist unterwegs');
    expect(sent.filter((one) => one === subject)).toHaveLength(1);
  });

  it('of a kind that cannot be sent again says so', async () => {
    const { token } = await mail({ purpose: 'test-once', expiresAt: YESTERDAY() });
    const { status, body } = await post(token, 'send-again');
    expect([status, body.error.details]).toMatchObject([410, { canBeSentAgain: false }]);
  });

  it('only: a valid one shows itself and sends nothing', async () => {
    const { token, subject } = await mail();
    const { status, body } = await post(token, 'send-again');
    expect([status, body.data.title]).toEqual([200, 'Bitte bestätigen']);
    expect(sent).not.toContain(subject);
  });
});

describe('the table', () => {
  it('has neither a token nor what was typed', async () => {
    const { token } = await mail();
    await post(token, 'confirm', { note: 'geh!m' });
    const [row] = await sql()<{ row: string }>(
      `select string_agg(l::text, ' ') as row from stadtverbund.secret_link l`,
    );
    const bytes = Buffer.from(token, 'base64url').toString('hex');
    for (const secret of [token, bytes]) expect(row?.row).not.toContain(secret);
  });

  it('loses the links of a person with the person, and those that were ended', async () => {
    const deleteAfter = '2099-01-01';
    const personId = await addPerson(sql(), {
      email: ' Erika@Muster.Example',
      locale: 'de',
      purpose: 'test',
      deleteAfter,
    });
    expect(await readPerson(sql(), personId)).toMatchObject({
      email: 'erika@muster.example',
      name: null,
      deleteAfter,
    });
    const { token } = await mail({ personId });
    await sql()('delete from stadtverbund.person where id = cast(:personId as uuid)', { personId });
    expect(await readPerson(sql(), personId)).toBeUndefined();
    expect((await show(token)).status).toBe(404);

    const ended = await mail();
    const used = await mail({ subject: ended.subject });
    await post(used.token, 'confirm');
    await endLinks(sql(), { purpose: 'test', subject: ended.subject });
    expect((await show(ended.token)).status).toBe(404);
    expect((await show(used.token)).status).toBe(200);
  });

  it('takes no address that is none', async () => {
    const person = { locale: 'de', purpose: 'test', deleteAfter: '2099-01-01' } as const;
    await expect(
      addPerson(sql(), { ...person, email: 'a@b.example\nBcc: c@d.example' }),
    ).rejects.toMatchObject({
      code: 'email-shape',
    });
  });
});
