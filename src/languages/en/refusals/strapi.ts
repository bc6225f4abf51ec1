import type { strapi as German } from '../../de/refusals/strapi';

export const strapi: Record<keyof typeof German, string> = {
  'account-blocked': 'This account is blocked. Please contact the editors.',
  'already-confirmed': 'This e-mail address is confirmed already. Please log in.',
  'bad-request': 'The request is not possible like this: {problem}',
  conflict: 'This does not agree with what is there already: {problem}',
  'content-too-large': 'The body of the request is too large. Please send less at once.',
  'credentials-invalid': 'These credentials are missing or not valid (any more). Please log in again.',
  'email-not-confirmed':
    'The e-mail address of this account is not confirmed yet. Please open the link in the e-mail you were sent.',
  'files-missing': 'No file was sent. Please choose one.',
  'file-too-large': '{field}: the file is too large. Please make it smaller.',
  forbidden: 'You do not have the permission for this.',
  'internal-error':
    'Something went wrong on the server. Please try again later, and tell the city if it stays like this.',
  'json-malformed': 'The body of the request is not valid JSON. Please check it.',
  'key-refused':
    '{field}: there is no such thing here, or it is not public. Please leave it out, or write it as in the documentation.',
  'method-not-allowed':
    'This address exists, but not with {method}. Please look in the documentation how to ask it.',
  'name-taken': 'This name exists already. Please choose another.',
  'not-signed-in': 'Please log in.',
  'pagination-mixed': 'pagination: please use either page and pageSize, or start and limit, not both.',
  'password-current-wrong': 'The present password is not right. Please check it.',
  'password-same': 'The new password is the present one. Please choose another.',
  'passwords-differ': 'The two passwords differ. Please enter the same one twice.',
  'request-timed-out': 'The request did not arrive in time. Please send it again.',
  'server-refused': 'This is not possible here: {problem}',
  'sign-in-failed': 'E-mail address or password are not right. Please check both.',
  'value-malformed': '{field}: this value does not have the right form. Please check it.',
  'value-missing': '{field}: this is missing. Please add it.',
  'value-refused': '{field}: {problem}',
  'value-taken': '{field}: this exists already. Please choose something else.',
  'value-too-long': '{field}: please give {maximum:unit} at most.',
  'value-too-short': '{field}: please give at least {minimum:unit}.',
  'value-type': '{field}: expected is {expected}. Please check the value.',
};
