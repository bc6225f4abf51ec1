import { mailText } from '#src/languages/mail-text';
import { isMailed } from '#src/plugins/moderation/server/src/domain/transitions';
import { decisionWords, mailKind } from '#src/plugins/moderation/server/src/domain/decision-mail-texts';

const AS_SUBMITTED = /so, wie Sie ihn eingereicht haben|the way you submitted it/;

test.each([
  ['what was submitted', { changedByEditors: [] }, 'approve', true],
  ['something else', { changedByEditors: [{ locale: 'de', field: 'summary' }] }, 'approve-changed', false],
  ['what nobody can compare any more', {}, 'approve-unknown', false],
] as const)('an approval of %s', (_what, details, kind, says) => {
  expect(mailKind('approve', details)).toBe(kind);
  for (const language of ['de', 'en'] as const) {
    const words = decisionWords(kind, language, {
      title: 'Café',
      reason: null,
      change: mailText`https://example.org/konto`,
    });
    const { subject } = words;
    const text = JSON.stringify(words.paragraphs);
    expect(AS_SUBMITTED.test(text)).toBe(says);
    expect(/Änderungen der Redaktion|changes by the editors/.test(subject)).toBe(kind === 'approve-changed');
    expect(`${subject}${text}`).not.toMatch(/\{\w+\}/);
  }
});

test('only decisions have a mail', () => {
  expect(['approve', 'approve-changed', 'publish', 'toString', 'reject'].filter(isMailed)).toEqual([
    'approve',
    'reject',
  ]);
});
