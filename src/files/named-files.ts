import type { Core } from '@strapi/strapi';
import { inTextText, shownFilesText } from '../publication';
import { sqlOf } from '../platform/sql/sql';
import { nameInAddress } from './domain/upload-path';

/** What one name in the folder of uploads stands for: a file, or a smaller format of it. */
export interface NamedFile {
  /** What people call it. */
  title: string;
  mime: string;
  /** Who brought it is an account of a contributor. */
  contributed: boolean;
  /** Brought by editors, or shown by something that is published now. */
  isPublic: boolean;
}

interface Address {
  url?: string;
  mime?: string;
}

interface Row extends Omit<NamedFile, 'title'> {
  name: string;
  url: string;
  /** JSON, unread. */
  formats: string | null;
}

/** Formats are named after their file: `small_` and its hash. */
const hashesIn = (name: string): string[] => {
  const stem = name.replace(/\.[^.]*$/, '');
  return [stem, stem.replace(/^[^_]*_/, '')];
};

const texts = new WeakMap<Core.Strapi, string>();

/** Who a contributor's file is shown by is asked only of those; everybody else's is public. */
function textOf(strapi: Core.Strapi): string {
  const kept = texts.get(strapi);
  if (kept) return kept;
  const text = `
with asked as materialized (
  select f.id, f.name, f.url, f.formats::text as formats, f.mime, f.hash, o.file_id is not null as contributed
    from files f left join stadtverbund.upload_owner o on o.file_id = f.id
   where f.hash = any(:hashes)),
shown as materialized (
  ${shownFilesText(strapi, 'array(select id from asked where contributed)')})
select name, url, formats, mime, contributed,
       not contributed or id in (select file_id from shown)
         or ${inTextText(strapi, 'asked.hash', { published: true })} as "isPublic"
  from asked`;
  texts.set(strapi, text);
  return text;
}

/** A file and its formats, by the exact names they are stored under. */
function namesIn({ name: title, url, formats, mime, contributed, isPublic }: Row): [string, NamedFile][] {
  const smaller = JSON.parse(formats ?? '{}') as Record<string, Address> | null;
  const addresses: Address[] = [{ url, mime }, ...Object.values(smaller ?? {})];
  return addresses.flatMap((address): [string, NamedFile][] => {
    const name = nameInAddress(address.url ?? '');
    return name ? [[name, { title, mime: address.mime ?? mime, contributed, isPublic }]] : [];
  });
}

/**
 * What stands behind names in the folder of uploads, in one statement. A name that no row of the media library knows
 * is left out.
 */
export async function filesNamed(
  strapi: Core.Strapi,
  names: readonly string[],
): Promise<ReadonlyMap<string, NamedFile>> {
  if (names.length === 0) return new Map();
  const rows = await sqlOf(strapi)<Row>(textOf(strapi), { hashes: [...new Set(names.flatMap(hashesIn))] });
  const wanted = new Set(names);
  return new Map(rows.flatMap(namesIn).filter(([name]) => wanted.has(name)));
}
