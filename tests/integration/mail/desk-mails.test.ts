import { createAdmin, createCityProfile, request, startedApp, waitForMail } from '#tests/support/index';

beforeAll(() => createCityProfile());

const linkIn = (text: string): string => /^http\S+\/admin\/\S+$/m.exec(text)?.[0] ?? '';

test.each([
  ['de', 'Neues Passwort für die Redaktion', 'Betriebe in Dortmund'],
  ['en', 'New password for the editorial desk', 'Businesses in Dortmund'],
])(
  'an editor who reads %s and has forgotten the password gets a letter with a link',
  async (language, subject, sender) => {
    const { email } = await createAdmin({ language });
    expect((await request('/admin/forgot-password', { body: { email } })).status).toBe(204);
    const mail = await waitForMail(email);
    expect(mail.subject).toBe(subject);
    const link = linkIn(mail.text);
    expect(link).toMatch(/\/admin\/auth\/reset-password\?code=\w+$/);
    expect(mail.html).toContain(`href="${link}"`);
    expect(mail.header('From')).toContain(sender);
    expect(`${mail.text}${mail.html}`).not.toContain('<%');
    const code = new URL(link).searchParams.get('code');
    const answer = await request('/admin/reset-password', {
      body: { resetPasswordToken: code, password: 'Anderes-Kennwort-9' },
    });
    expect(answer.status).toBe(200);
  },
);

test('an address without an account gets the same answer, and no mail', async () => {
  const { status } = await request('/admin/forgot-password', { body: { email: 'niemand@example.org' } });
  expect(status).toBe(204);
});

describe('somebody who is invited to the panel', () => {
  const invite = async (language: string, email: string, preferedLanguage?: string) => {
    const { token } = await createAdmin({ language });
    const role = (await startedApp()
      .strapi.db.query('admin::role')
      .findOne({ where: { code: 'redaktion' } })) as { id: number };
    return request('/admin/users', {
      token,
      body: { firstname: 'Erika', lastname: 'Neu', email, roles: [role.id], preferedLanguage },
    });
  };

  test.each([
    ['de', undefined, 'Ihr Zugang zur Redaktion'],
    ['en', undefined, 'Your account at the editorial desk'],
    ['de', 'en', 'Your account at the editorial desk'],
  ])('by an editor who reads %s (own language: %s): "%s"', async (language, own, subject) => {
    const email = `neu-${language}-${own}@redaktion.example`;
    expect((await invite(language, email, own)).status).toBe(201);
    const mail = await waitForMail(email);
    expect(mail.subject).toBe(subject);
    const token = new URL(linkIn(mail.text)).searchParams.get('registrationToken');
    const info = await request<{ data: { email: string } }>(
      `/admin/registration-info?registrationToken=${token}`,
    );
    expect(info.body.data.email).toBe(email);
    const registered = await request('/admin/register', {
      body: {
        registrationToken: token,
        userInfo: { firstname: 'Erika', lastname: 'Neu', password: 'Anderes-Kennwort-9' },
      },
    });
    expect(registered.status).toBe(200);
  });

  it('gets none if the account was refused', async () => {
    const { email } = await createAdmin();
    expect((await invite('de', email)).status).toBe(400);
    const { rows } = await startedApp().strapi.db.connection.raw<{ rows: unknown[] }>(
      `select from pgboss.job where name = 'mail' and state <> 'completed' and data ->> 'mail' = 'editor-invitation'`,
    );
    expect(rows).toEqual([]);
  });
});
