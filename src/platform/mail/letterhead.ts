import type { Core } from '@strapi/strapi';
import type { Language } from '../../languages/language';
import type { Letterhead } from './domain/letter';

type ReadLetterhead = (language: Language) => Promise<Letterhead>;

const LETTERHEAD = 'stadtverbund.letterhead';

/** Says where the letterhead comes from. Call in `register()`. */
export function useLetterhead(strapi: Core.Strapi, read: ReadLetterhead): void {
  strapi.add(LETTERHEAD, { read });
}

/** Who writes, in the language of a letter. @throws if nobody has said where that comes from */
export function letterheadOf(strapi: Core.Strapi, language: Language): Promise<Letterhead> {
  if (!strapi.has(LETTERHEAD))
    throw new Error('Letters have no letterhead: call useLetterhead() in register().');
  return strapi.get<{ read: ReadLetterhead }>(LETTERHEAD).read(language);
}
