import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { Language } from '#src/languages/language';

/** A file of an export. */
export interface ExportFile {
  /** Within the archive, with slashes; made safe and unique by `plannedFiles`. */
  readonly path: string;
  /** How long it is at most, roughly: what an export can hold is limited. */
  readonly bytes: number;
  /** Pictures are compressed already. */
  readonly packed?: true;
  /** Called when its turn comes; `undefined` if it is gone since. */
  readonly open: () => Promise<Readable | string | undefined>;
}

/** What a room adds to the export of an account: its listings, its pictures, later its invoices. */
export interface ExportContents {
  readonly name: string;
  files(strapi: Core.Strapi, accountId: number, language: Language): Promise<readonly ExportFile[]>;
}

// Kept by instance: tests boot several in one process.
const known = new WeakMap<Core.Strapi, Map<string, ExportContents>>();

function contentsOf(strapi: Core.Strapi): Map<string, ExportContents> {
  const found = known.get(strapi) ?? new Map<string, ExportContents>();
  known.set(strapi, found);
  return found;
}

/** Adds files to the exports of accounts. Call in `register()`. @throws if the name is taken */
export function addToExport(strapi: Core.Strapi, contents: ExportContents): void {
  const all = contentsOf(strapi);
  if (all.has(contents.name))
    throw new Error(`There are already contents of exports named ${contents.name}.`);
  all.set(contents.name, contents);
}

/** All files that rooms have for the export of an account. */
export async function filesFor(
  strapi: Core.Strapi,
  accountId: number,
  language: Language,
): Promise<ExportFile[]> {
  const files: ExportFile[] = [];
  for (const contents of contentsOf(strapi).values())
    files.push(...(await contents.files(strapi, accountId, language)));
  return files;
}
