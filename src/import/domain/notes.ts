import type { Refused } from '../../domain/checked';
import { fieldLabel } from '../../domain/field-labels';
import type { Language } from '../../languages/language';
import { messageOf } from '../../domain/messages';
import { CATALOGUES } from '../../languages';
import type { Catalogue } from '../../languages/catalogue';

export type NoteCode = keyof Catalogue['imports']['notes'];

/** What the report says about a record. */
export type Note =
  | {
      code: NoteCode;
      /** Path of the field, its parts separated by dots. */
      field?: string;
      found?: string;
      /** How what was found has been read, or what was expected. */
      meant?: string;
      expected?: string;
      /** Of the file, from 1. */
      line?: number;
      /** The opening hours that were understood. */
      rule?: string;
      /** What has to be known to understand more, in sentences. */
      asked?: string;
    }
  /** A value that a shared rule refuses; the record goes in without it, or with it where it is only doubtful. */
  | { refused: Refused; field: string; isKept?: true };

const labelOf = (field: string, language: Language): string => fieldLabel(field.split('.'), language);

/** The sentence of a note in the language of the report. */
export const noteText = (note: Note, language: Language): string => {
  const { notes, leftOut, kept } = CATALOGUES[language].imports;
  if ('refused' in note) {
    const { reason, details } = note.refused;
    const sentence = messageOf(reason, language, labelOf(note.field, language), details);
    return `${sentence} ${note.isKept ? kept : leftOut}`;
  }
  const { code, field, line, ...texts } = note;
  const details: Record<string, string | undefined> = {
    ...texts,
    field: field === undefined ? undefined : labelOf(field, language),
    line: line?.toString(),
  };
  return notes[code].replace(/\{(\w+)\}/g, (_gap, name: string) => details[name] ?? '').trim();
};

/** What a mapping made of a source record. */
export type Mapped<R> = (
  | {
      ok: true;
      record: R;
      notes: Note[];
      /** Ids by which earlier releases knew such a record. */
      formerIds?: readonly string[];
    }
  | { ok: false; externalId: string; name: string; notes: Note[] }
) & {
  /** Of a record in a table, from 1. */
  line?: number;
};
