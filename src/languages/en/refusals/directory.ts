import type { directory as German } from '../../de/refusals/directory';

export const directory: Record<keyof typeof German, string> = {
  'parameter-repeated': '{field}: please give the parameter once; several values are parted by commas.',
  'search-text-length': '{field}: please give a search text of 200 characters at most.',
  'too-many-values': '{field}: please give 20 values at most.',
  'listing-type-unknown': 'type: there is no “{found}”. Possible are: {types}.',
  'audience-unknown': 'audience: there is no “{found}”. Possible are: {audiences}.',
  'serves-malformed':
    'serves: “{found}” cannot be read. Please give a point (51.4901,7.5032), a postcode (44263) or the slug of a district (hoerde), or several separated by commas.',
  'service-unknown': 'service: there is no “{found}”. Possible are: {services}.',
  'coordinates-malformed':
    '{field}: “{found}” cannot be read. Please give decimal degrees: near=51.5136,7.4653 (latitude, longitude), bbox=7.3,51.4,7.6,51.6 (west, south, east, north).',
  'bbox-reversed':
    'bbox: west must be less than east, and south less than north. Please check the order west, south, east, north.',
  'radius-range': 'radius: please give whole metres from 1 to 50000.',
  'radius-without-near': 'radius: a radius needs a centre. Please also give near=latitude,longitude.',
  'distance-without-near': 'sort: sorting by distance needs near=latitude,longitude.',
  'sort-unknown': 'sort: there is no “{found}”. Possible are: relevance, distance, name, newest.',
  'page-range': 'page: please give a whole number from 1 on.',
  'page-size-range': 'pageSize: please give a whole number from 1 to 100.',
  'page-too-deep':
    'page: only the first 10000 hits can be reached by page. Please go on with meta.pagination.nextCursor.',
  'cursor-other-search':
    'cursor: the value does not belong to this search. Please use meta.pagination.nextCursor of an answer to the same search.',
  'cursor-and-page': 'cursor: please give either cursor or page.',
  'facets-unknown': 'facets: “{found}” is not possible. Possible are: category, district, service, audience.',
  'moment-malformed':
    'openAt: “{found}” is not a point in time. Please give now or a point in time of ISO 8601, such as 2026-12-24T10:00+01:00.',
  'open-past': 'openAt: “{found}” is past. Please give a point in time from now on.',
  'open-ahead': 'openAt: “{found}” is too far ahead. Opening hours are known for 60 days.',
  'valid-malformed':
    'validAt: “{found}” is neither a day nor a point in time. Please give, for example, 2026-12-24 or 2026-12-24T10:00+01:00.',
  'listing-gone': 'This listing is no longer here.',
  'listing-not-found': 'There is no such listing, or it is no longer public.',
  'form-not-acceptable': 'Accept: listings are available as {forms}.',
  'no-vcard': 'This listing has no contact details; there is a card (text/vcard) only with them.',
};
