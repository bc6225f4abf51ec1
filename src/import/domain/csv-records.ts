/** A record of a CSV file as it is written. */
export interface CsvRecord {
  /** The line it begins in, from 1. */
  line: number;
  cells: string[];
  /** A quotation mark opens a cell and none closes it. What follows in the line may belong to anything. */
  isOpen?: boolean;
  /** Quotation marks stand where RFC 4180 has none, and were taken for a part of the text. */
  hasLooseQuotes?: boolean;
}

interface Cell {
  text: string;
  /** Where the delimiter or line end after the cell is. */
  end: number;
  isLoose: boolean;
}

const QUOTE = '"';
// Tabs may be the delimiter, so only spaces are skipped.
const skipSpaces = (text: string, at: number): number => {
  let next = at;
  while (text[next] === ' ' || text[next] === '\u00a0') next += 1;
  return next;
};

const indexOr = (text: string, what: string, from: number, otherwise: number): number => {
  const found = text.indexOf(what, from);
  return found < 0 ? otherwise : found;
};

class Reader {
  constructor(
    private readonly text: string,
    private readonly delimiter: string,
  ) {}

  lineEnd(at: number): number {
    return indexOr(this.text, '\n', at, this.text.length);
  }

  private isEnd(at: number): boolean {
    return at >= this.text.length || this.text[at] === '\n' || this.text[at] === this.delimiter;
  }

  private plain(start: number): Cell {
    const lineEnd = this.lineEnd(start);
    const end = Math.min(indexOr(this.text, this.delimiter, start, lineEnd), lineEnd);
    const text = this.text.slice(start, end);
    return { text, end, isLoose: text.includes(QUOTE) };
  }

  /** `"Zum Löwen" Gaststätte;`: a cell that only begins with a quotation. */
  private isPlainAfterAll(start: number, quote: number): boolean {
    const { text } = this.plain(start);
    const isInside = quote < start + text.length;
    return isInside && text.split(QUOTE).length % 2 === 1 && !text.trimEnd().endsWith(QUOTE);
  }

  /** @param start of the opening mark. @returns undefined if nothing closes the cell */
  private quoted(start: number): Cell | undefined {
    let text = '';
    let isLoose = false;
    for (let from = start + 1; ;) {
      const quote = this.text.indexOf(QUOTE, from);
      if (quote < 0) return undefined;
      text += this.text.slice(from, quote);
      if (this.text[quote + 1] === QUOTE) {
        text += QUOTE;
        from = quote + 2;
        continue;
      }
      const end = skipSpaces(this.text, quote + 1);
      if (this.isEnd(end)) return { text, end, isLoose };
      // In a later line it opens a cell of another record: the first mark was never closed.
      if (this.lineEnd(start) < quote) return undefined;
      if (this.isPlainAfterAll(start, quote)) return this.plain(start);
      text += QUOTE;
      isLoose = true;
      from = quote + 1;
    }
  }

  private cell(at: number): Cell | undefined {
    const start = skipSpaces(this.text, at);
    return this.text[start] === QUOTE ? this.quoted(start) : this.plain(at);
  }

  /** The record that begins at an offset, and where the next one begins. */
  record(at: number, line: number): { record: CsvRecord; next: number } {
    const cells: string[] = [];
    let hasLooseQuotes = false;
    for (let from = at; ;) {
      const cell = this.cell(from);
      if (!cell) {
        const end = this.lineEnd(at);
        const rest = this.text.slice(from, Math.max(end, from)).split('\n', 1)[0] ?? '';
        return { record: { line, cells: [...cells, rest.trim()], isOpen: true }, next: end + 1 };
      }
      cells.push(cell.text.trim());
      hasLooseQuotes ||= cell.isLoose;
      if (this.text[cell.end] === this.delimiter) from = cell.end + 1;
      else
        return { record: { line, cells, ...(hasLooseQuotes ? { hasLooseQuotes } : {}) }, next: cell.end + 1 };
    }
  }
}

/**
 * The records of a CSV text (RFC 4180), whatever is damaged in it: a mark that opens a cell and is never closed costs its
 * own line, and other marks in the wrong place are text. (csv-parse stops at the first of them and does not know where
 * it was opened.)
 * @param text with `\n` at line ends
 */
export function* csvRecords(text: string, delimiter: string): Generator<CsvRecord> {
  const reader = new Reader(text, delimiter);
  let line = 1;
  for (let at = 0; at < text.length;) {
    const { record, next } = reader.record(at, line);
    yield record;
    for (let end = text.indexOf('\n', at); end >= 0 && end < next; end = text.indexOf('\n', end + 1))
      line += 1;
    at = next;
  }
}
