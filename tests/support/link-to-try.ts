import { z } from 'zod';
import { newLink, registerLinkPurpose, type LinkView } from '#src/platform/secret-links/index';
import { inTransaction, sqlOf } from '#src/platform/sql/sql';
import { startedApp } from './started-app';

/** What was done by links of the purpose `to-try`: actions by subject. */
export const done: Record<string, string[]> = {};
/** Subjects of links that were sent again. */
export const sentAgain: string[] = [];

const isGerman = (language: string): boolean => language === 'de';

const shown = (language: string): LinkView => ({
  title: isGerman(language) ? 'Tisch bestätigen' : 'Confirm your table',
  text: [
    isGerman(language)
      ? 'Sie haben im <Gasthaus> "Zum Anker" einen Tisch angefragt. Bitte bestätigen Sie ihn, oder sagen Sie ab.'
      : 'You have asked for a table at the <inn> "Zum Anker". Please confirm it, or cancel.',
  ],
  facts: [
    {
      label: isGerman(language) ? 'Wann' : 'When',
      value: isGerman(language) ? 'Freitag, 4. Dezember 2026, 19 Uhr' : 'Friday, 4 December 2026, 7 pm',
    },
    { label: isGerman(language) ? 'Personen' : 'People', value: '4' },
  ],
  actions: [
    {
      name: 'confirm',
      label: isGerman(language) ? 'Bestätigen' : 'Confirm',
      fields: [
        { name: 'name', label: 'Name', type: 'text', autocomplete: 'name', required: true },
        {
          name: 'note',
          label: isGerman(language) ? 'Nachricht' : 'Message',
          type: 'textarea',
          hint: isGerman(language) ? 'Zum Beispiel ein Kinderstuhl.' : 'For example a high chair.',
        },
        {
          name: 'news',
          label: isGerman(language) ? 'Neuigkeiten per E-Mail' : 'News by e-mail',
          type: 'checkbox',
        },
      ],
    },
    { name: 'cancel', label: isGerman(language) ? 'Absagen' : 'Cancel', kind: 'danger' },
  ],
});

const doing =
  (action: string) =>
  (
    _strapi: unknown,
    _sql: unknown,
    { subject }: { subject: string },
    _input: unknown,
    language: string,
  ): Promise<LinkView> => {
    (done[subject] ??= []).push(action);
    return Promise.resolve({
      title: isGerman(language) ? `Erledigt: ${action}` : `Done: ${action}`,
      text: [isGerman(language) ? 'Vielen Dank.' : 'Thank you.'],
      actions: [],
      next: { label: isGerman(language) ? 'Zur Startseite' : 'To the home page', url: '/' },
    });
  };

/** Registers links about a table, whose page has forms with all kinds of fields. Call in `beforeAll()`. */
export function registerLinkToTry(): void {
  const { strapi } = startedApp();
  registerLinkPurpose(strapi, {
    name: 'to-try',
    show: (_strapi, { subject }, language) =>
      Promise.resolve(subject === 'gone' ? undefined : shown(language)),
    actions: {
      confirm: {
        fields: z.strictObject({
          name: z.string().min(2).max(80),
          note: z.string().max(500).optional(),
          news: z.literal('yes').optional(),
        }),
        run: doing('confirm'),
      },
      cancel: { run: doing('cancel') },
    },
    sendAgain: (_strapi, { subject }) => {
      sentAgain.push(subject);
      return Promise.resolve();
    },
  });
  registerLinkPurpose(strapi, { name: 'to-try-once', show: () => Promise.resolve(shown('de')), actions: {} });
}

/** Makes such a link. @returns its token */
export const linkToTry = (link: {
  subject: string;
  expiresAt?: Date;
  uses?: number;
  purpose?: string;
}): Promise<string> =>
  inTransaction(startedApp().strapi, () =>
    newLink(sqlOf(startedApp().strapi), {
      purpose: 'to-try',
      expiresAt: new Date(Date.now() + 86_400_000),
      ...link,
    }),
  );
