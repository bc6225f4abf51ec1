import type { StrapiApp } from '@strapi/strapi/admin';
import { EnumerationCell } from './enumeration-cell';
import { DISPLAY_NAMES } from './translations/messages';

const COLUMNS = 'Admin/CM/pages/ListView/inject-column-in-table';
const FILTERS = 'Admin/CM/pages/ListView/inject-in-filters';

interface Header {
  name: string;
  attribute: { type: string };
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

/** Shows enumeration values and the names of filters in lists in the language of the panel; Strapi shows them raw. */
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
  if (header.attribute.type !== 'enumeration') return header;
  return { ...header, cellFormatter: (row) => <EnumerationCell value={row[header.name]} /> };
}

function translatable(filter: Filter, displayName: string | undefined): Filter {
  const uid = Object.keys(DISPLAY_NAMES).find((key) => DISPLAY_NAMES[key] === displayName);
  if (uid === undefined || typeof filter.label !== 'string') return filter;
  const id = `content-manager.content-types.${uid}.${filter.name}`;
  return { ...filter, label: { id, defaultMessage: filter.label } };
}
