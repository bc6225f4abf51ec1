import type { Core } from '@strapi/strapi';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { letterheadOf } from '#src/platform/mail/letterhead';
import type { FoundData } from '#src/platform/personal-data/index';
import { inWords } from '../domain/in-words';

interface About {
  readonly language: Language;
  readonly found: readonly FoundData[];
  readonly files: readonly { readonly path: string }[];
  readonly leftOut: readonly { readonly path: string }[];
  readonly now: Date;
  /** The name of the file with what was found. */
  readonly account: string;
}

/** The text that is read first: what is in the archive, in the order of its files. Lines end as on Windows, too. */
export async function readme(strapi: Core.Strapi, about: About): Promise<string> {
  const { language, found, files, leftOut, now, account } = about;
  const words = CATALOGUES[language].dataRights.archive;
  const { sender, replyTo } = await letterheadOf(strapi, language);
  const lines = [
    words.title,
    words.intro(sender, inWords(now, language)),
    '',
    `${account}: ${words.account}`,
    ...found.map(({ name, what, rows }) => `  - ${name} (${rows.length}): ${what[language]}`),
    '',
    words.others,
    ...files.map(({ path }) => `  - ${path}`),
    ...(leftOut.length > 0 ? ['', words.leftOut, ...leftOut.map(({ path }) => `  - ${path}`)] : []),
    '',
    words.rights(replyTo),
    '',
  ];
  return lines.join('\r\n');
}
