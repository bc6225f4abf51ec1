import type { requests as German } from '../../de/refusals/requests';

export const requests: Record<keyof typeof German, string> = {
  'field-unknown': '{field}: there is no such field. Please leave it out.',
  'field-shape': '{field}: this value does not fit. Expected: {expected}.',
  'field-not-writable': '{field}: the server sets this field. Please leave it out.',
  'whole-number': '{field}: please give a whole number.',
  'data-missing': 'There is no content. Please send it in the form { "data": { … } }.',
  'parameter-unknown': '{field}: there is no such parameter here. Possible are: {allowed}.',
  'locale-unknown':
    '{field}: there is no language “{found}” here. Please name exactly one of these: {known}.',
  'address-too-long': 'The address is too long. Please split the request.',
  'address-malformed':
    'The address is not encoded correctly. Please encode special characters as %XX in UTF-8.',
  'search-repeated': '_q: please give exactly one search text.',
  'body-unreadable':
    'The body of the request cannot be read. Please check Content-Type (with its boundary if multipart) and Content-Encoding.',
  'null-character': 'The request contains a null character (U+0000). Please remove it.',
  'value-out-of-range':
    'A value of the request does not fit its field (too large, or not a number). Please check filters, pages and identifiers.',
  'content-type':
    'This type of content is not taken here. Please send JSON in UTF-8 (Content-Type: application/json).',
  'content-encoding': 'Compressed requests are not taken. Please send the body without Content-Encoding.',
  'body-nesting': 'The body of the request is nested too deeply. {maximum} levels are allowed.',
  'no-such-address':
    'There is nothing at this address. Please write it exactly as in the documentation: upper and lower case, single slashes and none at the end, nothing encoded without need.',
  'no-such-action':
    'There is no such way for this content type. Please use the one that the admin panel offers for it.',
  'body-shape': '{field}: is missing or does not have the right form.',
  'took-too-long': 'The answer would take too long. Please ask for less at once, or again later.',
  'too-many-requests':
    'Too many requests from this address. Please wait for the end of the minute, then ask less often; ETag and If-None-Match save transfer.',
  'too-many-attempts': 'Too many attempts. Please wait, then try again.',
  'too-many-at-once': 'Too many changes of this account at once. Please send them one after the other.',
};
