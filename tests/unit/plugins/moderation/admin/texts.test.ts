import { de } from '#src/plugins/moderation/admin/src/translations/de';
import { en } from '#src/plugins/moderation/admin/src/translations/en';

const german: Readonly<Record<string, string>> = de;
const english: Readonly<Record<string, string>> = en;
const ids = Object.keys(german);

/** Names of placeholders: `{age}`, `{count, plural, …}`. */
const values = (text = ''): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name ?? ''))].sort();

test('German and English have the same texts', () => {
  expect(Object.keys(english).sort()).toEqual([...ids].sort());
});

test.each(ids)('%s has the same placeholders in both languages', (id) => {
  expect(english[id]?.trim()).toBeTruthy();
  // Plural branches have words in braces, which are not placeholders.
  const named = (text?: string) =>
    values(text).filter((name) =>
      /^(count|age|name|names|type|state|language|title|time|date|page)$/.test(name),
    );
  expect(named(english[id])).toEqual(named(german[id]));
});
