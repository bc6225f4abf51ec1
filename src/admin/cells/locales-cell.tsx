import { ListCell } from './list-cell';

interface Entry {
  locale?: string;
  localizations?: { locale: string }[];
}

/** The languages an entry exists in, as codes: de, en. */
export function LocalesCell({ row }: { row: Entry }) {
  const codes = [row.locale, ...(row.localizations ?? []).map(({ locale }) => locale)].filter(
    (code) => code !== undefined,
  );
  return <ListCell text={[...new Set(codes)].sort().join(', ')} />;
}
