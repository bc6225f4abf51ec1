export const portalLabels = {
  name: 'Name',
  contactEmail: 'E-Mail der Ansprechperson',
  url: 'Zieladresse',
  filter: 'Filter',
  south: 'Süden',
  west: 'Westen',
  north: 'Norden',
  east: 'Osten',
};
