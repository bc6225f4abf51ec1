import { ATTEMPT_FAILURES, DELIVERY_STATES } from '#src/plugins/portal-feed/server/src/contract';
import { de } from '#src/plugins/portal-feed/admin/src/translations/de';
import { en } from '#src/plugins/portal-feed/admin/src/translations/en';

const german: Readonly<Record<string, string>> = de;
const english: Readonly<Record<string, string>> = en;
const ids = Object.keys(german);

/** Names of placeholders: `{age}`, `{count, plural, …}`; words in braces are branches of plurals. */
const values = (text = ''): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)(?=\}|, (?:plural|number))/g)].map(([, name]) => name ?? ''))].sort();

test('German and English have the same texts', () => {
  expect(Object.keys(english).sort()).toEqual([...ids].sort());
});

test.each(ids)('%s has the same placeholders in both languages', (id) => {
  expect(english[id]?.trim()).toBeTruthy();
  expect(values(english[id])).toEqual(values(german[id]));
});

test.each([...DELIVERY_STATES])('the state %s has a name and an explanation', (state) => {
  expect(german).toHaveProperty([`delivery.${state}`]);
  expect(german).toHaveProperty([`delivery.${state}.text`]);
});

test.each([...ATTEMPT_FAILURES])('the failure %s has words', (failure) => {
  expect(german).toHaveProperty([`failure.${failure}`]);
});
