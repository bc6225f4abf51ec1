import fc from 'fast-check';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Facts, Form, Notice, Paragraphs } from '#src/platform/pages/elements';
import { Layout, type LayoutProps } from '#src/plugins/pages/server/src/layout';

interface Typed {
  title: string;
  text: string;
  label: string;
  value: string;
  city: string;
}

/** A page with what people typed in every place that takes it. */
function pageOf({ title, text, label, value, city }: Typed): string {
  const refused = {
    form: 'form',
    values: { name: value, note: value },
    problems: [{ message: text }, { field: 'name', message: value }],
  };
  const fields = [
    { name: 'name', label, hint: text },
    { name: 'note', label, type: 'textarea' },
    { name: 'secret', label, type: 'password' },
  ];
  const body: ReactNode = [
    createElement(Paragraphs, { key: 1, text: [text, value] }),
    createElement(Facts, { key: 2, facts: [{ label, value }] }),
    createElement(Notice, { key: 3, kind: 'note', children: text }),
    createElement(Form, {
      key: 4,
      language: 'de',
      action: '/l/x/do',
      label,
      fields,
      hidden: { token: value },
      refused,
    }),
  ];
  const props: LayoutProps = {
    language: 'de',
    view: { title, lead: text, body, description: text },
    city: { name: city, colours: {} },
    assets: { css: '/pages/pages.css', js: '/pages/pages.js', map: '/pages/map.js' },
    own: 'https://betriebe.example.de',
    paths: { de: '/l/x', en: '/en/l/x' },
    start: '/',
    footer: [{ label, url: '/impressum' }],
    indexedAt: 'https://betriebe.example.de',
    refused,
  };
  return renderToStaticMarkup(createElement(Layout, props));
}

const PIECES = [
  '<',
  '>',
  '"',
  "'",
  '&',
  '&lt;',
  '</title>',
  '<!--',
  '<script>',
  'javascript:',
  '\n',
  ' ',
  'ä',
  '😀',
  'x',
  '\u0000',
  '$&',
  '{title}',
];
const hostile = fc.oneof(
  fc.string(),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((all) => all.join('')),
);

/** How often the characters appear that HTML is made of. */
const markup = (html: string): number[] => ['<', '>', '"'].map((character) => html.split(character).length);

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');

it('what people typed is text, wherever a page shows it, and nothing of it is lost', () => {
  const harmless = markup(pageOf({ title: 'x', text: 'x', label: 'x', value: 'x', city: 'x' }));
  fc.assert(
    fc.property(
      fc.record({ title: hostile, text: hostile, label: hostile, value: hostile, city: hostile }),
      (typed) => {
        // React leaves out the elements of what is empty.
        fc.pre(Object.values(typed).every((one) => one.trim() !== ''));
        const html = pageOf(typed);
        expect(markup(html)).toEqual(harmless);
        const shown = textOf(html);
        for (const text of [typed.title, typed.text, typed.label, typed.value, typed.city])
          expect(shown).toContain(text);
      },
    ),
    { numRuns: 300 },
  );
});

it('a password is never shown again', () => {
  const html = renderToStaticMarkup(
    createElement(Form, {
      language: 'de',
      action: '/x',
      label: 'Speichern',
      fields: [{ name: 'secret', label: 'Passwort', type: 'password' }],
      refused: {
        form: 'form',
        values: { secret: 'Geheimnis' },
        problems: [{ field: 'secret', message: 'zu kurz' }],
      },
    }),
  );
  expect(html).toContain('zu kurz');
  expect(html).not.toContain('Geheimnis');
});

it('of several forms only the one that was sent shows what is wrong', () => {
  const form = (name: string) =>
    renderToStaticMarkup(
      createElement(Form, {
        language: 'de',
        name,
        action: `/l/x/${name}`,
        label: name,
        fields: [{ name: 'why', label: 'Grund' }],
        refused: { form: 'refuse', values: { why: 'darum' }, problems: [{ field: 'why', message: 'fehlt' }] },
      }),
    );
  expect(form('refuse')).toMatch(/id="refuse-why-problem".*fehlt.*value="darum"/);
  expect(form('accept')).not.toMatch(/fehlt|darum/);
});
