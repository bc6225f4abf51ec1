import type { EditView } from './edit-view';

export const organisation: EditView = {
  edit: [
    { name: 12 },
    { kind: 6, partner: 6 },
    { contact: 12 },
    { address: 12 },
    { logo: 12 },
    { attribution: 12 },
    { source: 12 },
  ],
  list: ['name', 'kind', 'partner', 'updatedAt'],
  mainField: 'name',
  sort: ['name', 'ASC'],
  readOnly: ['source'],
};

export const advisoryContact: EditView = {
  edit: [
    { organisation: 6, kind: 6 },
    { title: 12 },
    { description: 12 },
    { topics: 12 },
    { audiences: 12 },
    { phones: 12 },
    { email: 6, url: 6 },
    { hours: 12 },
    { address: 12 },
    { location: 12 },
    { validFrom: 4, validThrough: 4 },
    { attribution: 12 },
    { source: 12 },
  ],
  list: ['title', 'organisation', 'kind', 'validThrough'],
  mainField: 'title',
  sort: ['title', 'ASC'],
  readOnly: ['source'],
};
