import type { Refused } from '../../domain/checked';
import type { Language } from '../../languages/language';
import { messageOf } from '../../domain/messages';
import { CATALOGUES } from '../../languages';
import type { Catalogue } from '../../languages/catalogue';

export type NoteCode = keyof Catalogue['imports']['notes'];

/** What the report says about a record. */
export type Note =
  | {
      code: NoteCode;
      field?: string;
      found?: string;
      /** The opening hours that were understood. */
      rule?: string;
      /** What has to be known to understand more, in sentences. */
      asked?: string;
    }
  /** A value that a shared rule refuses; the record goes in without it. */
  | { refused: Refused; field: string };

/** The sentence of a note in the language of the report. */
export const noteText = (note: Note, language: Language): string => {
  const { notes, leftOut } = CATALOGUES[language].imports;
  if ('refused' in note) {
    const { reason, details } = note.refused;
    return `${messageOf(reason, language, note.field, details)} ${leftOut}`;
  }
  const { field = '', found = '', rule = '', asked = '' } = note;
  const details: Record<string, string> = { field, found, rule, asked };
  return notes[note.code].replace(/\{(\w+)\}/g, (_gap, name: string) => details[name] ?? '').trim();
};

/** What a mapping made of a source record. */
export type Mapped<R> =
  { ok: true; record: R; notes: Note[] } | { ok: false; externalId: string; name: string; notes: Note[] };
