import { de } from '#src/plugins/moderation/admin/src/translations/de';
import { en } from '#src/plugins/moderation/admin/src/translations/en';

const german: Readonly<Record<string, string>> = de;
const english: Readonly<Record<string, string>> = en;
const ids = Object.keys(german);

/** Names of what is filled in: `{age}`, `{count, plural, …}`. */
const values = (text = ''): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name ?? ''))].sort();

test('German and English have the same texts', () => {
  expect(Object.keys(english).sort()).toEqual([...ids].sort());
});

test.each(ids)('%s says the same in both languages, with the same values filled in', (id) => {
  expect(english[id]?.trim()).toBeTruthy();
  // Plural branches hold words in braces, which are no values.
  const named = (text?: string) =>
    values(text).filter((name) =>
      /^(count|age|name|names|type|state|language|title|time|date|page)$/.test(name),
    );
  expect(named(english[id])).toEqual(named(german[id]));
});
