import type { WorkloadResult } from './result';
import { median } from './statistics';
import { figure, serverTitle } from './summary-table';

const COLOURS: Readonly<Record<string, string>> = {
  stadtverbund: '#0b6e4f',
  memory: '#9aa5b1',
  handwritten: '#5b7db1',
  vanilla: '#c97b3d',
};
const OTHER = '#777777';

const LEFT = 190;
const WIDTH = 860;
const BAR = 16;
const GAP = 14;
const TOP = 64;
// Room for the figure behind the longest bar.
const RIGHT = 90;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * Requests per second as horizontal bars on a logarithmic scale, so that both a half and a hundredth are visible.
 *
 * @returns an SVG document
 */
export function barChart(title: string, note: string, workloads: readonly WorkloadResult[]): string {
  const all = workloads.flatMap(({ measured }) => measured.map((one) => median(one.requestsPerSecond)));
  const top = Math.ceil(Math.log10(Math.max(10, ...all)));
  const scale = (value: number): number => (Math.log10(Math.max(1, value)) / top) * (WIDTH - LEFT - RIGHT);
  const parts: string[] = [];
  let y = TOP;
  for (const { name, measured } of workloads) {
    parts.push(
      `<text x="${LEFT - 10}" y="${y + (measured.length * BAR) / 2 + 4}" text-anchor="end">${escape(name)}</text>`,
    );
    for (const { server, requestsPerSecond } of measured) {
      const value = median(requestsPerSecond);
      const width = scale(value).toFixed(1);
      parts.push(
        `<rect x="${LEFT}" y="${y}" width="${width}" height="${BAR - 3}" fill="${COLOURS[server] ?? OTHER}"/>`,
        `<text x="${LEFT + Number(width) + 6}" y="${y + BAR - 6}" class="figure">${figure(value)}</text>`,
      );
      y += BAR;
    }
    y += GAP;
  }
  const servers = [...new Set(workloads.flatMap(({ measured }) => measured.map(({ server }) => server)))];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 40}" role="img" aria-label="${escape(title)}">
<style>text{font:13px system-ui,sans-serif;fill:#222}.figure{font-size:11px}.note{font-size:11px;fill:#555}.title{font-size:16px;font-weight:600}</style>
<rect width="100%" height="100%" fill="#fff"/>
<text x="16" y="26" class="title">${escape(title)}</text>
${legend(servers)}
${grid(top, scale, y)}
${parts.join('\n')}
<text x="16" y="${y + 26}" class="note">${escape(note)}</text>
</svg>
`;
}

function legend(servers: readonly string[]): string {
  return servers
    .map((server, at) => {
      const x = LEFT + at * 150;
      return `<rect x="${x}" y="36" width="11" height="11" fill="${COLOURS[server] ?? OTHER}"/><text x="${x + 16}" y="46">${escape(serverTitle(server))}</text>`;
    })
    .join('\n');
}

function grid(top: number, scale: (value: number) => number, bottom: number): string {
  return Array.from({ length: top + 1 }, (_, power) => {
    const x = LEFT + scale(10 ** power);
    return `<line x1="${x}" x2="${x}" y1="${TOP - 6}" y2="${bottom - 6}" stroke="#e4e7eb"/><text x="${x}" y="${bottom + 6}" text-anchor="middle" class="note">${(10 ** power).toLocaleString('en')}</text>`;
  }).join('\n');
}
