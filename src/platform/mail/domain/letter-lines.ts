import { CATALOGUES } from '#src/languages/index';
import type { MailLink, MailText } from '#src/languages/mail-text';
import type { Letter, Letterhead, LetterPart } from './letter';

/** The links below a part: where the thing is, and where it is changed. */
export function linksOf({ language, about, change }: LetterPart): MailLink[] {
  const { frame } = CATALOGUES[language].mails;
  return [
    ...(about ? [{ label: frame.about, url: about }] : []),
    ...(change ? [{ label: frame.change, url: change }] : []),
  ];
}

/** Who signs a part, in lines. Nobody signs for the desk what is written to the desk. */
export function signatureOf({ language, toDesk }: LetterPart, { sender }: Letterhead): MailText[] {
  const { frame } = CATALOGUES[language].mails;
  return [frame.closing, ...(toDesk ? [] : [frame.desk]), sender];
}

/** What is below every letter. */
export interface Footer {
  /** That it can be answered, where that is so. */
  readonly answers?: MailText;
  readonly unsubscribe?: MailLink;
  readonly imprint?: { readonly link: MailLink; readonly text: MailText };
}

export function footerOf({ language, toDesk, repeats }: Letter, { imprint, replyTo }: Letterhead): Footer {
  const { frame } = CATALOGUES[language].mails;
  return {
    ...(replyTo && !toDesk ? { answers: frame.answers } : {}),
    ...(repeats ? { unsubscribe: { label: frame.unsubscribe, url: repeats.unsubscribe } } : {}),
    ...(imprint ? { imprint: { link: { label: frame.imprint, url: imprint.url }, text: imprint.text } } : {}),
  };
}

/** The parts of a letter, one for each language in which it speaks. */
export const partsOf = (letter: Letter): LetterPart[] => [letter, ...(letter.alsoIn ?? [])];

// Long enough for a name, an address and who is responsible.
const LONGEST_IMPRINT = 500;

/** The beginning of an imprint, in whole paragraphs as far as they fit: a letter needs who writes, not the terms of use. */
export function shortImprint(imprint: string): string {
  const paragraphs = imprint.trim().split(/\n{2,}/);
  const [first = '', ...others] = paragraphs;
  if (first.length > LONGEST_IMPRINT) return `${first.slice(0, LONGEST_IMPRINT - 1)}…`;
  let short = first;
  for (const paragraph of others) {
    if (short.length + paragraph.length + 2 > LONGEST_IMPRINT) break;
    short += `\n\n${paragraph}`;
  }
  return short;
}
