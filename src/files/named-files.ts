import type { Core } from '@strapi/strapi';
import { dayIn } from '../domain/period';
import { inTextText, shownFilesText } from '../publication';
import { cityTimeZone } from '../city/known-city';
import { sqlOf } from '../platform/sql/sql';
import { nameInAddress } from './domain/upload-path';

/** What one name in the folder of uploads stands for: a file, or a smaller format of it. */
export interface NamedFile {
  /** What people call it. */
  title: string;
  mime: string;
  /** Who brought it is an account of a contributor. */
  contributed: boolean;
  /** Shown by something whose first day has not begun. */
  awaited: boolean;
  /** Shown by something that is public now; or brought by editors, and not kept for a day to come. */
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

/** What shows a file now is asked only where it matters: of contributors' files, and of those that wait for a day. */
function textOf(strapi: Core.Strapi): string {
  const kept = texts.get(strapi);
  if (kept) return kept;
  const text = `
with asked as materialized (
  select f.id, f.name, f.url, f.formats::text as formats, f.mime, f.hash, o.file_id is not null as contributed
    from files f left join stadtverbund.upload_owner o on o.file_id = f.id
   where f.hash = any(:hashes)),
later as materialized (
  ${shownFilesText(strapi, 'array(select id from asked)', 'later')}),
known as materialized (
  select asked.*, id in (select file_id from later) or ${inTextText(strapi, 'asked.hash', 'later')} as awaited
    from asked),
shown as materialized (
  ${shownFilesText(strapi, 'array(select id from known where contributed or awaited)', 'now')})
select name, url, formats, mime, contributed, awaited,
       case when contributed or awaited
            then id in (select file_id from shown) or ${inTextText(strapi, 'known.hash', 'now')}
            else true end as "isPublic"
  from known`;
  texts.set(strapi, text);
  return text;
}

/** A file and its formats, by the exact names they are stored under. */
function namesIn({ name: title, url, formats, mime, ...rest }: Row): [string, NamedFile][] {
  const smaller = JSON.parse(formats ?? '{}') as Record<string, Address> | null;
  const addresses: Address[] = [{ url, mime }, ...Object.values(smaller ?? {})];
  return addresses.flatMap((address): [string, NamedFile][] => {
    const name = nameInAddress(address.url ?? '');
    return name ? [[name, { title, mime: address.mime ?? mime, ...rest }]] : [];
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
  const rows = await sqlOf(strapi)<Row>(textOf(strapi), {
    hashes: [...new Set(names.flatMap(hashesIn))],
    today: dayIn(await cityTimeZone(strapi), new Date()),
  });
  const wanted = new Set(names);
  return new Map(rows.flatMap(namesIn).filter(([name]) => wanted.has(name)));
}
