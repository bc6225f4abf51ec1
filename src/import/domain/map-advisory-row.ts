import { checkEmailAddress } from '../../domain/email-address';
import { splitPhones } from '../../domain/phones';
import { checkPlainText, SHORT_TEXT } from '../../domain/plain-text';
import { slugOf } from '../../domain/slug';
import { checkWebAddress } from '../../domain/web-address';
import type { Checked } from '../../domain/checked';
import { splitStreet } from './address';
import type { Row } from './csv-table';
import { hoursOf, type HoursContext } from './hours';
import type { Mapped, Note } from './notes';
import type {
  AddressRecord,
  AdvisoryContactRecord,
  Attribution,
  OrganisationRecord,
  PhoneLineRecord,
  Texts,
} from './record';
import { compact } from './tags';

export interface AdvisoryContext extends HoursContext {
  system: string;
  /** Whether the table is that of the public health offices. */
  healthOffices: boolean;
}

const HEALTH_OFFICES: Attribution = {
  text: 'gstephan30/gesundheitsaemter, Robert Koch-Institut',
  licenceUrl: 'https://opensource.org/license/mit',
};

const PUBLIC_HEALTH: Texts = { de: 'Öffentliche Gesundheit', en: 'Public health' };

const KINDS: Readonly<Record<string, AdvisoryContactRecord['kind']>> = {
  hotline: 'hotline',
  counselling: 'counselling',
  beratung: 'counselling',
  programme: 'programme',
  programm: 'programme',
  foerderprogramm: 'programme',
};

const LABELS: Readonly<Record<'phone' | 'hotline' | 'returnHotline', Texts | undefined>> = {
  phone: undefined,
  hotline: { de: 'Hotline', en: 'Hotline' },
  returnHotline: { de: 'Hotline für Reiserückkehrende', en: 'Hotline for returning travellers' },
};

const list = (value: string | undefined): string[] =>
  (value ?? '')
    .split(/[;,|]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

const phoneLines = (row: Row, notes: Note[]): PhoneLineRecord[] => {
  const languages = list(row.languages);
  const lines = (['phone', 'hotline', 'returnHotline'] as const).flatMap((column) =>
    splitPhones(row[column] ?? '').flatMap((checked): PhoneLineRecord[] => {
      if (!checked.ok) {
        notes.push({ refused: checked, field: 'phones' });
        return [];
      }
      const label = LABELS[column];
      return [
        {
          number: checked.value,
          ...(label ? { label } : {}),
          ...(languages.length > 0 ? { languages } : {}),
        },
      ];
    }),
  );
  return lines.filter((line, index) => lines.findIndex((one) => one.number === line.number) === index);
};

const kept = (
  field: string,
  value: string | undefined,
  check: (text: string) => Checked<string>,
  notes: Note[],
): string | undefined => {
  if (value === undefined) return undefined;
  const checked = check(value);
  if (checked.ok) return checked.value;
  notes.push({ refused: checked, field });
  return undefined;
};

const addressOf = (row: Row): AddressRecord | undefined =>
  compact<AddressRecord>({
    ...(row.houseNumber ? { street: row.street, houseNumber: row.houseNumber } : splitStreet(row.street)),
    postcode: row.postcode,
    place: row.place,
  });

// Only what is true of all rows of an organisation: a list may name several departments, each with its own numbers.
const organisationOf = (row: Row, context: AdvisoryContext): OrganisationRecord | undefined =>
  row.organisation === undefined
    ? undefined
    : {
        type: 'organisation',
        source: { system: context.system, externalId: slugOf(row.organisation, 'organisation') },
        name: { de: row.organisation, en: row.organisation },
        kind: context.healthOffices ? 'public-authority' : 'association',
        partner: false,
        ...(context.healthOffices ? { attribution: HEALTH_OFFICES } : {}),
      };

// "Landeshauptstadt Kiel – Amt für Gesundheit"; a bare department ("Gesundheitsamt") would mean nothing in a list.
const titleOf = (row: Row): string =>
  [row.organisation, row.title]
    .filter((part, index, parts) => part && parts.indexOf(part) === index)
    .join(' – ');

const idOf = (row: Row): string => row.externalId ?? slugOf(`${titleOf(row)} ${row.postcode ?? ''}`, '');

const descriptionOf = (row: Row, notes: Note[]): Texts | undefined =>
  compact<Texts>({
    de: kept(
      'description',
      row.description,
      (text) => checkPlainText(text, { multiline: true, maximum: 10_000 }),
      notes,
    ),
    en: kept(
      'description',
      row.descriptionEn,
      (text) => checkPlainText(text, { multiline: true, maximum: 10_000 }),
      notes,
    ),
  });

/** A row of a table of advisory contacts, with the organisation behind it. */
export const mapAdvisoryRow = (row: Row, context: AdvisoryContext): Mapped<AdvisoryContactRecord> => {
  const notes: Note[] = [];
  const name = titleOf(row);
  const title = checkPlainText(name, { ...SHORT_TEXT, maximum: 200 });
  const rejected = (note: Note): Mapped<AdvisoryContactRecord> => ({
    ok: false,
    externalId: idOf(row),
    name,
    notes: [...notes, note],
  });
  if (!title.ok) return rejected({ refused: title, field: 'title' });
  if (title.value === '') return rejected({ code: 'no-name' });
  const phones = phoneLines(row, notes);
  const email = kept('email', row.email, checkEmailAddress, notes);
  const url = kept('url', row.website, checkWebAddress, notes);
  if (phones.length === 0 && !email && !url) return rejected({ code: 'no-reachability' });
  const { hours, notes: hoursNotes } = hoursOf(
    row.openingHours ? [{ service: 'phone', value: row.openingHours }] : [],
    context,
  );
  const organisation = organisationOf(row, context);
  const topics = context.healthOffices ? [PUBLIC_HEALTH] : list(row.topics).map((de) => ({ de, en: de }));
  const optional = compact({
    organisation,
    description: descriptionOf(row, notes),
    email,
    url,
    address: addressOf(row),
  });
  const record: AdvisoryContactRecord = {
    type: 'advisory-contact',
    source: { system: context.system, externalId: idOf(row) },
    kind: KINDS[row.kind?.toLowerCase() ?? ''] ?? (row.hotline ? 'hotline' : 'counselling'),
    title: { de: title.value, en: title.value },
    topics,
    phones,
    hours,
    ...optional,
    ...(context.healthOffices ? { attribution: HEALTH_OFFICES } : {}),
  };
  return { ok: true, record, notes: [...notes, ...hoursNotes] };
};
