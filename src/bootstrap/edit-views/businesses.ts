import type { EditView } from './edit-view';

export const business: EditView = {
  edit: [
    { name: 8, slug: 4 },
    { summary: 12 },
    { description: 12 },
    { categories: 6, district: 6 },
    { address: 12 },
    { location: 12 },
    { servedDistricts: 12 },
    { serviceArea: 12 },
    { contact: 12 },
    { hours: 12 },
    { logo: 12 },
    { photos: 12 },
    { sizeClass: 6, chain: 6 },
    { syndicationConsent: 6, lastConfirmedAt: 6 },
    { attribution: 12 },
    { source: 12 },
  ],
  list: ['name', 'address', 'categories'],
  mainField: 'name',
  sort: ['name', 'ASC'],
  readOnly: ['slug', 'source'],
};

export const offer: EditView = {
  edit: [
    { business: 6, kind: 6 },
    { title: 12 },
    { description: 12 },
    { url: 12 },
    { price: 4, currency: 4 },
    { validFrom: 4, validThrough: 4 },
    { deliveryArea: 12 },
  ],
  list: ['title', 'business', 'kind', 'validThrough'],
  mainField: 'title',
  sort: ['title', 'ASC'],
};

export const campaign: EditView = {
  edit: [
    { business: 6, kind: 6 },
    { title: 12 },
    { story: 12 },
    { goal: 4, currency: 4 },
    { startsAt: 6, endsAt: 6 },
    { rewards: 12 },
    { image: 12 },
  ],
  list: ['title', 'business', 'kind', 'startsAt', 'endsAt'],
  mainField: 'title',
  sort: ['startsAt', 'DESC'],
};

export const membership: EditView = {
  edit: [
    { business: 6, user: 6 },
    { role: 6, since: 6 },
  ],
  list: ['business', 'user', 'role', 'since'],
  mainField: 'business',
  sort: ['since', 'DESC'],
};
