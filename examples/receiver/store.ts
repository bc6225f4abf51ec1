import { open, readFile, rename } from 'node:fs/promises';
import { entryOf, isNews, type Entries, type Entry, type FeedEvent } from './fold';

interface Contents {
  /** Where to continue pulling; `null` before the first time. */
  cursor: string | null;
  entries: Record<string, Entry>;
}

async function read(file: string): Promise<Contents> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Contents;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { cursor: null, entries: {} };
    throw error;
  }
}

/** Leaves either the old file or the new one, even after a power cut. */
async function replace(file: string, contents: Contents): Promise<void> {
  const beside = `${file}.new`;
  const handle = await open(beside, 'w');
  try {
    await handle.writeFile(JSON.stringify(contents, null, 1));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}

/** The stored state of the feed, in a JSON file. */
export class Store {
  private writing: Promise<void> | undefined;
  private next: Promise<void> | undefined;
  /** Documents with events since the current snapshot began. */
  private touched: Set<string> | undefined;

  private constructor(
    private readonly file: string,
    private readonly contents: Contents,
  ) {}

  static async open(file: string): Promise<Store> {
    return new Store(file, await read(file));
  }

  get cursor(): string | null {
    return this.contents.cursor;
  }

  get entries(): Entries {
    return this.contents.entries;
  }

  /** Applies an event. @returns false if it is not new */
  apply(event: FeedEvent, message: string | null): boolean {
    const { id } = event.data;
    this.touched?.add(id);
    if (!isNews(this.contents.entries[id], event, message)) return false;
    this.contents.entries[id] = entryOf(event, message);
    return true;
  }

  /** Records where to continue pulling. */
  moveTo(cursor: string): void {
    this.contents.cursor = cursor;
  }

  /** A snapshot begins; webhooks may arrive while it is read. */
  beginSnapshot(): void {
    this.touched = new Set();
  }

  /** A snapshot ends: documents that are not in it, and had no webhook in the meantime, are gone. */
  endSnapshot(cursor: string, listed: ReadonlySet<string>): void {
    for (const [id, entry] of Object.entries(this.contents.entries)) {
      if (listed.has(id) || this.touched?.has(id)) continue;
      this.contents.entries[id] = { ...entry, event: null };
    }
    this.touched = undefined;
    this.contents.cursor = cursor;
  }

  /** Resolves when everything applied so far is in the file. Calls made while it is being written share one write. */
  save(): Promise<void> {
    this.next ??= this.saveNext();
    return this.next;
  }

  private async saveNext(): Promise<void> {
    await this.writing?.catch(() => undefined);
    this.next = undefined;
    this.writing = replace(this.file, this.contents);
    await this.writing;
  }
}
