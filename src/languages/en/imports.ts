import type { imports as German } from '../de/imports';

export const imports: typeof German = {
  notes: {
    'no-name': 'name: the record has no name, and neither an operator nor a place to make one from.',
    'no-category': 'categories: no tag of this record belongs to a category of businesses ({found}).',
    'no-position': 'location: the record has neither coordinates nor an address.',
    'no-reachability': 'phones: the record has no phone number, no e-mail address and no web address.',
    'bad-geometry': 'location: the coordinates are not numbers in the order longitude, latitude ({found}).',
    'no-tags': 'properties: the feature has no properties.',
    twice: 'externalId: this id occurs earlier in the file; the first record counts.',
    'name-composed': 'name: the name was made from the category and the operator or place.',
    'number-without-field': '{field}: there is no field for the further number {found}; it was left out.',
    'hours-understood': 'hours: “{found}” was read as {rule}.',
    'hours-as-comment': 'hours: “{found}” is no rule and was kept as a comment. {asked}',
    'hours-in-part':
      'hours: “{found}” is understood in part only ({rule}) and was kept as a comment. {asked}',
    'value-unknown': '{field}: “{found}” is not known here and was left out.',
  },
  leftOut: 'The value was left out.',
  reservations: {
    'stays-unpublished': 'The listing is not published and stays so; the change is in the draft.',
    'has-pending-changes':
      'The draft holds unpublished changes; the new one was added to it and not published.',
  },
};
