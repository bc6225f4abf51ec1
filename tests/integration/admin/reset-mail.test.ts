import { createAdmin, request } from '../../support';
import { waitForMail } from '../../support/mails';

test('an editor who has forgotten the password gets a mail in both languages, with a link that can be clicked', async () => {
  const { email } = await createAdmin({ language: 'de' });
  expect((await request('/admin/forgot-password', { body: { email } })).status).toBe(204);
  const { subject, text, html } = await waitForMail(email);
  expect(subject).toBe('Neues Passwort / New password');
  const [link = ''] = /http\S+/.exec(text) ?? [];
  expect(link).toMatch(/\/admin\/auth\/reset-password\?code=\w+$/);
  expect(html).toContain(`<a href="${link}">`);
  expect(text).toMatch(/^Guten Tag,[^]+Hello,/);
  expect(`${text}${html}`).not.toContain('<%');
});
