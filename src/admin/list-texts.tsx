import type { StrapiApp } from '@strapi/strapi/admin';
import { AddressCell } from './cells/address-cell';
import { DateCell } from './cells/date-cell';
import { EnumerationCell } from './cells/enumeration-cell';
import { LocalesCell } from './cells/locales-cell';
import { DISPLAY_NAMES } from './translations/messages';

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
