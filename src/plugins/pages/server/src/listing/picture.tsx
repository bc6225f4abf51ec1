import type { ReactNode } from 'react';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { isObject } from '#src/domain/is-object';
import { number, one, text, type Entry } from './read-facts';

interface PictureProps {
  /** A component `media.picture`. */
  readonly picture: Entry;
  /** What is shown, where the picture does not say it itself. */
  readonly name: string;
  readonly language: Language;
  /** How wide it is shown, as `sizes` of an image. */
  readonly sizes: string;
  /** The first of a page is not loaded lazily. */
  readonly isFirst?: boolean;
  readonly withCaption?: boolean;
  /** Beside text that says the same. */
  readonly isDecoration?: boolean;
}

/** The smaller versions of a picture and itself, by their widths. */
function sourcesOf(file: Entry): string | undefined {
  const formats = Object.values(one(file, 'formats') ?? {}).filter(isObject);
  const sources = [...formats, file].flatMap((version) => {
    const [url, width] = [text(version, 'url'), number(version, 'width')];
    return url && width ? [{ url, width }] : [];
  });
  return sources.length < 2
    ? undefined
    : sources
        .sort((one, other) => one.width - other.width)
        .map(({ url, width }) => `${url} ${width}w`)
        .join(', ');
}

/** The address of a picture's file. */
export const fileOf = (picture: Entry | undefined): string | undefined => text(one(picture, 'image'), 'url');

/** A picture with what it shows, in the size that fits, and who made it. */
export function Picture({
  picture,
  name,
  language,
  sizes,
  isFirst = false,
  withCaption = false,
  isDecoration = false,
}: PictureProps): ReactNode {
  const file = one(picture, 'image');
  const url = text(file, 'url');
  if (!file || !url) return null;
  const words = CATALOGUES[language].cityPages.listing;
  const said = text(picture, 'alternativeText') ?? text(file, 'alternativeText') ?? words.photoOf(name);
  const [caption, credit] = [text(picture, 'caption'), text(picture, 'credit')];
  const image = (
    <img
      src={url}
      srcSet={sourcesOf(file)}
      sizes={sizes}
      width={number(file, 'width')}
      height={number(file, 'height')}
      alt={isDecoration ? '' : said}
      loading={isFirst ? undefined : 'lazy'}
      decoding="async"
    />
  );
  if (!withCaption) return image;
  return (
    <figure>
      {image}
      {(caption ?? credit) && (
        <figcaption>{[caption, credit && words.credit(credit)].filter(Boolean).join(' · ')}</figcaption>
      )}
    </figure>
  );
}
