import type { Core } from '@strapi/strapi';
import { dayIn } from '../domain/period';
import { inTextText, shownFilesText } from '../publication';
import { cityTimeZone } from '../city/known-city';
import { sqlOf } from '../platform/sql/sql';
import { nameInAddress } from './domain/upload-path';

/** What one name in the upload folder refers to: a file, or a smaller format of it. */
export interface NamedFile {
  /** The title shown to people. */
  title: string;
  mime: string;
  /** Whether a contributor uploaded it. */
  contributed: boolean;
  /** Shown by something that waits for its day. */
  awaited: boolean;
  /** Whether something public uses it now, or editors uploaded it and nothing holds it back for a later day. */
  isPublic: boolean;
}

interface Address {
  url?: string;
  mime?: string;
}

interface Row extends Omit<NamedFile, 'title'> {
  name: string;
  url: string;
  /** Unparsed JSON. */
  formats: string | null;
}

/** Formats are named after their file: `small_` and its hash. */
const hashesIn = (name: string): string[] => {
  const stem = name.replace(/\.[^.]*$/, '');
  return [stem, stem.replace(/^[^_]*_/, '')];
};

const texts = new WeakMap<Core.Strapi, string>();

/** What uses a file now is looked up only where it matters: for contributors' files, and for files awaiting a day. */
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
 * What the given names in the upload folder refer to, read in one statement. Names unknown to the media library are
 * left out.
 */
export async function filesNamed(
  strapi: Core.Strapi,
  names: readonly string[],
): Promise<ReadonlyMap<string, NamedFile>> {
  if (names.length === 0) return new Map();
  const now = new Date();
  const rows = await sqlOf(strapi)<Row>(textOf(strapi), {
    hashes: [...new Set(names.flatMap(hashesIn))],
    now,
    today: dayIn(await cityTimeZone(strapi), now),
  });
  const wanted = new Set(names);
  return new Map(rows.flatMap(namesIn).filter(([name]) => wanted.has(name)));
}
