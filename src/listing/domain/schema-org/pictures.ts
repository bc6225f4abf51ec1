import type { Entry } from '../listing';
import type { Mapping } from './mapping';
import { node, type Json, type Node } from './node';
import { instant, many, number, one, text } from './read';
import { localText, rowsOf } from './texts';

/** A file's public address. */
export const fileUrl = ({ origin }: Pick<Mapping, 'origin'>, file: Entry | undefined): string | undefined => {
  const url = text(file, 'url');
  return url?.startsWith('/') ? `${origin}${url}` : url;
};

type TextOf = (name: string) => Json | undefined;

function imageObject(mapping: Mapping, picture: Entry, textOf: TextOf): Node | undefined {
  const file = one(picture, 'image');
  const contentUrl = fileUrl(mapping, file);
  if (!contentUrl) return undefined;
  return node('ImageObject', {
    contentUrl,
    encodingFormat: text(file, 'mime'),
    width: number(file, 'width'),
    height: number(file, 'height'),
    // schema.org has no alternative text; consumers use `description` for it.
    description: textOf('alternativeText'),
    caption: textOf('caption'),
    creditText: text(picture, 'credit'),
    // A replaced file keeps its address; this tells readers to fetch it again.
    dateModified: file && instant(file, 'updatedAt'),
  });
}

/** schema.org/ImageObject of one picture of an entry. */
export function picture(mapping: Mapping, name: string): Node | undefined {
  const main = one(mapping.main, name);
  if (!main) return undefined;
  return imageObject(mapping, main, (attribute) =>
    localText(mapping, (entry) => text(one(entry, name), attribute)),
  );
}

/** schema.org/ImageObject of every picture of an entry. */
export const pictures = (mapping: Mapping, name: string): Node[] =>
  rowsOf(
    mapping,
    (entry) => many(entry, name),
    (row, textOf) => imageObject(mapping, row, textOf),
  ).filter((made): made is Node => made !== undefined);
