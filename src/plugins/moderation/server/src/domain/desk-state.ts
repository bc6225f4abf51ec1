import { formatDay } from './format-day';
import type { Language } from '../../../../../domain/language';

/** What an editor has to know of a document before whether it is published. */
export type DeskState =
  | { readonly kind: 'archived' | 'suspended' | 'submitted' }
  /** Published, but not before a day (`YYYY-MM-DD`) has begun. */
  | { readonly kind: 'waiting'; readonly from: string };

const TEXTS: Readonly<Record<DeskState['kind'], Record<Language, string>>> = {
  archived: { de: 'archiviert', en: 'archived' },
  suspended: { de: 'gesperrt', en: 'suspended' },
  submitted: { de: 'eingereicht', en: 'submitted' },
  waiting: { de: 'erscheint am {day}', en: 'appears on {day}' },
};

/**
 * Whether the state says more than Strapi's own. "Modified" stays, also where it is archived: forms offer by it what can
 * be done with the draft.
 */
const outranks = ({ kind }: DeskState, status: string): boolean => {
  if (kind === 'suspended') return true;
  if (kind === 'submitted') return status === 'draft';
  return kind === 'archived' ? status !== 'modified' : status === 'published';
};

/**
 * The one state that forms and lists show of a document.
 * @param status Strapi's: draft, published or modified
 * @returns Strapi's, or our own in words of the language
 */
export const shownStatus = (state: DeskState | undefined, status: string, language: Language): string => {
  if (!state || !outranks(state, status)) return status;
  const text = TEXTS[state.kind][language];
  return state.kind === 'waiting' ? text.replace('{day}', formatDay(state.from, language)) : text;
};
