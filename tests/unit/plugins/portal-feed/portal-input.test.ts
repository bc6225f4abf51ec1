import { portalDraft } from '#src/plugins/portal-feed/server/src/validation/portal';

const KNOWN = { types: ['business'], locales: ['de'], allowsHttp: false };

test.each([
  ['one line', 'Ruhr-Portal „Nord“ 🥨', true],
  ['a line break', 'Portal\nBcc: wer@example.org', false],
  ['a carriage return', 'Portal\rX', false],
  ['a line separator', 'Portal\u2028X', false],
  ['a null character', 'Portal\u0000', false],
  ['an escape', 'Portal\u001b[31m', false],
])('the name of a portal of %s', (_what, name, ok) => {
  const { success } = portalDraft(KNOWN).safeParse({ name, contactEmail: 'feed@portal.example' });
  expect(success).toBe(ok);
});
