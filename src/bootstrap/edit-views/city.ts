import type { EditView } from './edit-view';

export const category: EditView = {
  edit: [{ name: 8, slug: 4 }, { parent: 6, schemaType: 6 }, { terms: 12 }, { osmTags: 12 }],
  list: ['name', 'parent', 'schemaType', 'updatedAt'],
  mainField: 'name',
  sort: ['name', 'ASC'],
  readOnly: ['slug'],
};

export const district: EditView = {
  edit: [{ name: 8, slug: 4 }],
  list: ['name', 'slug', 'updatedAt'],
  mainField: 'name',
  sort: ['name', 'ASC'],
  readOnly: ['slug'],
};

export const linkedPortal: EditView = {
  edit: [{ name: 8, rank: 4 }, { url: 12 }, { text: 12 }, { logo: 12 }],
  list: ['name', 'url', 'rank', 'updatedAt'],
  mainField: 'name',
  sort: ['rank', 'ASC'],
};

export const cityProfile: EditView = {
  edit: [
    { name: 8, slug: 4 },
    { claim: 8, hashtag: 4 },
    { federalState: 6, timeZone: 6 },
    { centre: 12 },
    { boundingBox: 12 },
    { postcodes: 12 },
    { largestSizeClass: 6, chainsAdmitted: 6 },
    { archiveWarning: 12 },
    { mailSender: 6, contactEmail: 6 },
    { mainColour: 6, secondColour: 6 },
    { logo: 12 },
    { imprint: 12 },
    { operator: 12 },
    { privacy: 12 },
    { accessibility: 12 },
    { termsOfUse: 12 },
    { isExample: 12 },
  ],
  mainField: 'name',
  readOnly: ['slug'],
};
