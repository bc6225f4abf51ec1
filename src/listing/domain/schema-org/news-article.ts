import { credits } from './attribution';
import { audiences } from './audiences';
import type { Mapping } from './mapping';
import { node, type Node } from './node';
import { fileUrl } from './pictures';
import { plainBlocks } from './plain-blocks';
import { instant, many, text } from './read';
import { localText, localTexts } from './texts';

const attachments = (mapping: Mapping): Node[] =>
  many(mapping.main, 'attachments').flatMap((file) => {
    const contentUrl = fileUrl(mapping, file);
    return contentUrl
      ? [
          node('MediaObject', {
            contentUrl,
            name: text(file, 'name'),
            encodingFormat: text(file, 'mime'),
            dateModified: instant(file, 'updatedAt'),
          }),
        ]
      : [];
  });

/** A press notice as schema.org/NewsArticle. */
export function newsArticle(mapping: Mapping, url: string): Node {
  const { main } = mapping;
  const author = text(main, 'author');
  const { publisher } = mapping;
  return node('NewsArticle', {
    headline: localText(mapping, (entry) => text(entry, 'title')),
    abstract: localText(mapping, (entry) => text(entry, 'teaser')),
    articleBody: localText(mapping, (entry) => plainBlocks(entry.body)),
    url,
    datePublished: text(main, 'publishedOn'),
    // The day whose state of affairs the notice describes.
    dateModified: text(main, 'asOf'),
    author: author === undefined ? undefined : node('Organization', { name: author }),
    publisher: publisher === undefined ? undefined : node('Organization', { name: publisher }),
    creativeWorkStatus: main.archivedAt ? 'archived' : undefined,
    keywords: localTexts(mapping, (entry) => many(entry, 'topics').flatMap((row) => text(row, 'name') ?? [])),
    audience: audiences(mapping),
    associatedMedia: attachments(mapping),
    ...credits(main),
  });
}
