import { CATALOGUES } from '../languages';
import type { Catalogue } from '../languages/catalogue';
import type { Language } from '../languages/language';

type Texts = Catalogue['imports'];

const filled = (text: string, details: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_gap, name: string) => details[name] ?? '');

/** A file that cannot be imported at all; the message is one sentence for the person who ran the command. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';

  constructor(
    reason: keyof Texts['unreadable'],
    details: Readonly<Record<string, string>>,
    language: Language,
    options?: ErrorOptions,
  ) {
    super(filled(CATALOGUES[language].imports.unreadable[reason], details), options);
  }
}

/** A sentence about a file that was read. */
export const fileNote = (
  code: keyof Texts['file'],
  details: Readonly<Record<string, string>>,
  language: Language,
): string => filled(CATALOGUES[language].imports.file[code], details);
