import type { StrapiApp } from '@strapi/strapi/admin';
import { DISPLAY_NAMES } from './translations/messages';
import { ListCell } from './cells/list-cell';
import { useIntl } from 'react-intl';

interface Entry {
  locale?: string;
  localizations?: { locale: string }[];
}

/** The languages an entry exists in, as codes: de, en. */
function LocalesCell({ row }: { row: Entry }) {
  const codes = [row.locale, ...(row.localizations ?? []).map(({ locale }) => locale)].filter(
    (code) => code !== undefined,
  );
  return <ListCell text={[...new Set(codes)].sort().join(', ')} />;
}

/** An enumeration value in an editor's words: "Selbstständig" instead of "self-employed". */
function EnumerationCell({ value }: { value: unknown }) {
  const intl = useIntl();
  return (
    <ListCell
      text={typeof value === 'string' ? intl.formatMessage({ id: value, defaultMessage: value }) : ''}
    />
  );
}

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** A day, or a day and time, short enough for a column: 20.11.2026, 23:32. */
function DateCell({ value }: { value: unknown }) {
  const intl = useIntl();
  if (typeof value !== 'string') return <ListCell text="" />;
  // A day has no time zone; read and written as UTC it stays the same day everywhere.
  const options = DAY_ONLY.test(value)
    ? ({ dateStyle: 'medium', timeZone: 'UTC' } as const)
    : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  return <ListCell text={intl.formatDate(value, options)} />;
}

interface Address {
  street?: string | null;
  houseNumber?: string | null;
  postcode?: string | null;
  place?: string | null;
}

/** An address on one line: Ostwall 17, 44135 Dortmund. */
function AddressCell({ value }: { value: unknown }) {
  const { street, houseNumber, postcode, place } = (value ?? {}) as Address;
  const parts = [
    [street, houseNumber],
    [postcode, place],
  ];
  const lines = parts.map((part) => part.filter(Boolean).join(' ')).filter(Boolean);
  return <ListCell text={lines.join(', ')} />;
}

const COLUMNS = 'Admin/CM/pages/ListView/inject-column-in-table';
const FILTERS = 'Admin/CM/pages/ListView/inject-in-filters';

const LOCALES = 'locales';

interface Header {
  name: string;
  attribute: { type: string; component?: string };
  cellFormatter?: (row: Record<string, unknown>) => React.ReactNode;
}
interface ColumnArguments {
  displayedHeaders: Header[];
  layout: unknown;
}
interface Filter {
  name: string;
  label: string | { id: string; defaultMessage: string };
}
interface FilterArguments {
  displayedFilters: Filter[];
  layout: { settings: { displayName?: string } };
}

/** Shows values that Strapi shows raw or at length in lists, briefly and in the language of the panel. */
export function addListTexts(app: StrapiApp): void {
  app.registerHook(COLUMNS, ({ displayedHeaders, layout }: ColumnArguments): ColumnArguments => ({
    layout,
    displayedHeaders: displayedHeaders.map(withReadableValue),
  }));
  app.registerHook(FILTERS, ({ displayedFilters, layout }: FilterArguments): FilterArguments => ({
    layout,
    displayedFilters: displayedFilters.map((filter) => translatable(filter, layout.settings.displayName)),
  }));
}

function withReadableValue(header: Header): Header {
  // Added by the i18n plugin, which spells out every language and so pushes the state of the entry off the screen.
  if (header.name === LOCALES) return { ...header, cellFormatter: (row) => <LocalesCell row={row} /> };
  const Cell = cellFor(header.attribute);
  if (!Cell || header.cellFormatter) return header;
  return { ...header, cellFormatter: (row) => <Cell value={row[header.name]} /> };
}

function cellFor({ type, component }: Header['attribute']) {
  if (type === 'enumeration') return EnumerationCell;
  if (type === 'date' || type === 'datetime') return DateCell;
  return component === 'place.address' ? AddressCell : undefined;
}

function translatable(filter: Filter, displayName: string | undefined): Filter {
  const uid = Object.keys(DISPLAY_NAMES).find((key) => DISPLAY_NAMES[key] === displayName);
  if (uid === undefined || typeof filter.label !== 'string') return filter;
  const id = `content-manager.content-types.${uid}.${filter.name}`;
  return { ...filter, label: { id, defaultMessage: filter.label } };
}
