import type { EditView } from './edit-view';

export const pressNotice: EditView = {
  edit: [
    { title: 12 },
    { teaser: 12 },
    { body: 12 },
    { publishedOn: 4, asOf: 4 },
    { author: 8, slug: 4 },
    { topics: 12 },
    { audiences: 12 },
    { attachments: 12 },
    { attribution: 12 },
    { archivedAt: 12 },
  ],
  list: ['title', 'publishedOn', 'author', 'archivedAt'],
  mainField: 'title',
  sort: ['publishedOn', 'DESC'],
  readOnly: ['slug'],
};
