import type { Difference, Verification } from '../../src/plugins/directory/server/src/read-model/verify';

// The beginning of a long text is enough.
const LONGEST = 160;

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What differs within a column: for an object, member by member; otherwise the whole value. */
function changes(path: string, stored: unknown, built: unknown): string[] {
  if (JSON.stringify(stored) === JSON.stringify(built)) return [];
  if (!isObject(stored) || !isObject(built)) return [`  ${path}: ${shown(stored)} should be ${shown(built)}`];
  const names = [...new Set([...Object.keys(stored), ...Object.keys(built)])].sort();
  return names.flatMap((name) => changes(`${path}.${name}`, stored[name], built[name]));
}

function difference({ type, document_id, locale, columns, stored, built }: Difference): string[] {
  const lines = columns.flatMap((column) =>
    column in built
      ? changes(column, stored[column], built[column])
      : [`  ${column}: is not what the database would work out now`],
  );
  return [`${type} ${document_id} (${locale}) differs:`, ...lines];
}

/** The findings in words, at most `limit` of each kind. */
export function verificationReport(found: Verification, limit: number): string {
  const part = <One>(title: string, list: readonly One[], lines: (one: One) => string[]): string[] => {
    if (list.length === 0) return [];
    const more = list.length > limit ? [`… and ${list.length - limit} more`] : [];
    return [`${title}: ${list.length}`, ...list.slice(0, limit).flatMap(lines), ...more, ''];
  };
  const parts = [
    ...part('Missing rows', found.missing, (row) => [`${row.type} ${row.document_id} (${row.locale})`]),
    ...part('Rows that should not be there', found.extra, (row) => [
      `${row.type} ${row.document_id} (${row.locale})`,
    ]),
    ...part('Rows that differ', found.different, difference),
    ...part('Opening hours of listings', found.hours, ({ document_id, service, extra, missing }) => [
      `${document_id} ${service || '(any service)'}: ${missing ? 'missing' : extra ? 'should not be there' : 'other rules'}`,
    ]),
    ...part('Rules worked out wrongly', found.wrongHours, ({ rules, outdated }) => [
      `${shown(rules)}${outdated ? ', does not reach far enough ahead' : ''}`,
    ]),
    ...part('Missing words', found.missingWords, ({ locale, word }) => [`${word} (${locale})`]),
  ];
  const verdict =
    parts.length === 0
      ? `The read model holds exactly what is public of ${found.documents} documents.`
      : `Compared ${found.documents} documents. npm run directory:rebuild puts this right.`;
  return [...parts, verdict].join('\n');
}
