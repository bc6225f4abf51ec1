import type { DisabledReason } from '../../contract';
import { LANGUAGES, type Language } from '#src/languages/language';
import { CATALOGUES } from '#src/languages/index';
import { mailText, typed, type MailContent, type MailText, type OwnUrl } from '#src/languages/mail-text';

interface Facts {
  readonly portal: string;
  readonly url: string;
  readonly reason: DisabledReason;
  /** Where an editor can switch it on again. */
  readonly link: OwnUrl;
}

/** The mail to an editor when a portal has been switched off. */
export function disabledMailToEditor({ reason, ...facts }: Facts, language: Language): MailContent {
  const { portals } = CATALOGUES[language].mails;
  return portals.toEditor({ ...facts, why: portals.why[reason] });
}

/** The mail to the portal's contact. Their language is not known, so it is in all of ours. */
export function disabledMailToContact({ reason, portal, url }: Facts): MailContent {
  const all = LANGUAGES.map((language) => CATALOGUES[language].mails.portals);
  const subjects = joined(
    all.map(({ subjectToContact }) => subjectToContact),
    mailText` / `,
  );
  const texts = all.map(({ toContact, why }) => toContact({ portal, url, why: why[reason] }));
  return { subject: mailText`${typed(portal)}: ${subjects}`, text: joined(texts, mailText`\n\n---\n\n`) };
}

const joined = (texts: readonly MailText[], by: MailText): MailText =>
  texts.reduce((before, text) => mailText`${before}${by}${text}`);
