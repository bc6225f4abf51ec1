import { splitEmails } from '../../domain/email-address';
import { splitPhones } from '../../domain/phones';
import { checkPlainText, SHORT_TEXT } from '../../domain/plain-text';
import { slugOf } from '../../domain/slug';
import { splitWebAddresses } from '../../domain/web-address';
import type { Checked } from '../../domain/checked';
import { addressFrom } from './address';
import type { TableRow } from './csv-table';
import type { Row } from './row';
import { hoursOf, type HoursContext } from './hours';
import type { Mapped, Note } from './notes';
import { checkAddress, isKnownPlace, type KnownPlaces } from './places';
import type {
  AddressRecord,
  AdvisoryContactRecord,
  Attribution,
  OrganisationRecord,
  PhoneLineRecord,
  Texts,
} from './record';
import { wholeRow } from './split-columns';
import { compact } from './tags';

export interface AdvisoryContext extends HoursContext, KnownPlaces {
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

/** The first of several values; the others have no field. */
const firstKept = (
  field: string,
  value: string | undefined,
  split: (text: string) => Checked<string>[],
  notes: Note[],
): string | undefined => {
  const checked = value === undefined ? [] : split(value);
  for (const one of checked) if (!one.ok) notes.push({ refused: one, field });
  const [first, ...others] = new Set(checked.flatMap((one) => (one.ok ? [one.value] : [])));
  for (const found of others) notes.push({ code: 'value-without-field', field, found });
  return first;
};

const addressOf = (row: Row, context: AdvisoryContext, notes: Note[]): AddressRecord | undefined => {
  const { street, houseNumber, postcode, place } = row;
  const { rest = [], ...address } = addressFrom(
    { street, houseNumber, postcode, place },
    row.address,
    (name) => isKnownPlace(name, context),
  );
  for (const found of rest) notes.push({ code: 'value-without-field', field: 'address', found });
  return checkAddress(address, context, notes);
};

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

const idOf = (row: Row, address: AddressRecord | undefined): string => {
  const { street, houseNumber, postcode } = address ?? {};
  return (
    row.externalId ?? slugOf([titleOf(row), street, houseNumber, postcode].filter(Boolean).join(' '), '')
  );
};

// Two branches in a part of town were one before the street belonged to it.
const formerIdsOf = ({ row, raw }: TableRow): string[] =>
  row.externalId === undefined ? [slugOf(`${titleOf(raw)} ${raw.postcode ?? ''}`, '')] : [];

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
export const mapAdvisoryRow = (given: TableRow, context: AdvisoryContext): Mapped<AdvisoryContactRecord> => {
  const { line, damage } = given;
  const row = wholeRow(given.row);
  const notes: Note[] = [...given.notes];
  const name = titleOf(row);
  const address = addressOf(row, context, notes);
  const title = checkPlainText(name, { ...SHORT_TEXT, maximum: 200 });
  const rejected = (note: Note): Mapped<AdvisoryContactRecord> => ({
    ok: false,
    line,
    externalId: idOf(row, address),
    name,
    notes: [...notes, note],
  });
  if (damage) return rejected(damage);
  if (!title.ok) return rejected({ refused: title, field: 'title' });
  if (title.value === '') return rejected({ code: 'no-name' });
  const phones = phoneLines(row, notes);
  const email = firstKept('email', row.email, splitEmails, notes);
  const url = firstKept('url', row.website, splitWebAddresses, notes);
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
    address,
  });
  const record: AdvisoryContactRecord = {
    type: 'advisory-contact',
    source: { system: context.system, externalId: idOf(row, address) },
    kind: KINDS[row.kind?.toLowerCase() ?? ''] ?? (row.hotline ? 'hotline' : 'counselling'),
    title: { de: title.value, en: title.value },
    topics,
    phones,
    hours,
    ...optional,
    ...(context.healthOffices ? { attribution: HEALTH_OFFICES } : {}),
  };
  return { ok: true, line, record, notes: [...notes, ...hoursNotes], formerIds: formerIdsOf(given) };
};
