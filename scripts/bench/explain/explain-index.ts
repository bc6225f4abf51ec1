import type { Explained } from './explain-statement';
import type { SequentialScan } from './plan';

const words = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** `007-search-rare-word.txt`: in the order of the scenario. */
export const fileNameOf = ({ label }: Explained, at: number): string =>
  `${String(at + 1).padStart(3, '0')}-${words(label).slice(0, 60)}.txt`;

const scansText = (scans: readonly SequentialScan[]): string =>
  scans.map(({ table, rows }) => `**${table}** (${rows.toLocaleString('en')} rows)`).join(', ');

/** The table of contents of the plans, with a summary of each. */
export function explainIndex(
  size: number,
  explained: readonly Explained[],
  whole: ReadonlySet<string>,
): string {
  const rows = explained.map((one, at) => {
    const file = fileNameOf(one, at);
    const scans =
      scansText(one.scans) ||
      (one.genericScans.length > 0 ? `${scansText(one.genericScans)}, generic plan` : '');
    const note = scans === '' ? '' : whole.has(one.label) ? `${scans}: the answer is the whole table` : scans;
    return `| [${one.label}](${file}) | ${one.name} | ${one.milliseconds.toFixed(2)} | ${note} |`;
  });
  return `# Plans

\`EXPLAIN (ANALYZE, BUFFERS)\` of every statement that the directory and the portal feed send, with ${size.toLocaleString('en')} businesses, written by \`npm run bench -- explain\`. Statements were recorded while the application answered the questions of the first
column; each is shown once a question, with the values it was sent with. Sequential scans are named where they go over a
table that grows with the city. Statements inside of SQL functions follow below the plan that calls them.

| question | statement | ms | sequential scans |
| --- | --- | ---: | --- |
${rows.join('\n')}
`;
}
