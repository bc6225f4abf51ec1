import type { rules as German } from '../../de/refusals/rules';

export const rules: Record<keyof typeof German, string> = {
  'text-not-a-string': '{field}: text is expected here. Please enter text.',
  'text-html': '{field}: HTML is not allowed here. Please remove “{found}”, or put a space after “<”.',
  'text-control-character':
    '{field}: the text contains an invisible control character ({found}). Please delete it, or type that part again.',
  'text-line-break': '{field}: line breaks and tabs are not allowed here. Please write the text on one line.',
  'text-lone-surrogate':
    '{field}: the text contains a broken character. Please delete it and type that part again.',
  'text-too-long':
    '{field}: with {length} characters the text is too long. Please shorten it to {maximum} characters at most.',
  'blocks-malformed':
    '{field}: the text is not made of blocks. Please write it in the editor, or pass a list of blocks.',
  'blocks-link':
    '{field}: the link “{found}” is not allowed. Please use an address with https://, mailto: or tel:.',
  'postcode-malformed': '{field}: “{postcode}” is not a postcode. Please enter exactly five digits.',
  'postcodes-too-many':
    '{field}: these are {count} postcodes; {maximum} are possible. Please give a radius instead.',
  'service-radius-range':
    '{field}: please give the radius in kilometres, from {minimum} to {maximum}. Please correct “{found}”.',
  'service-radius-without-point':
    '{field}: a radius needs a centre. Please also give the position on the map.',
  'district-moved':
    '{field}: the point on the map is somewhere else now. Published is: {before}. The draft says: {after}. Please check whether the point is right.',
  'district-differs':
    '{field}: this says “{found}”, but the point on the map is in “{within}”. Please empty the field if the point is right: it then follows the point again.',
  'district-outside':
    '{field}: this says “{found}”, but the point on the map is outside all districts. Please check both.',
  'unknown-postcode': '{field}: there is no postcode {postcode} in Germany. Please check the five digits.',
  'place-mismatch':
    '{field}: “{place}” does not agree with the postcode {postcode}, which belongs to {suggestions}. Please correct the place or the postcode.',
  'phone-malformed':
    '{field}: “{found}” is not a phone number. Please enter it with its area code, for example 0231 123456 or +49 231 123456.',
  'phone-several': '{field}: “{found}” contains several numbers. Please enter only one here.',
  'phone-extension':
    '{field}: “{found}” has a separate extension. Please write the extension as part of the number, for example 0231 123-45.',
  'hours-malformed':
    '{field}: the rule “{found}” cannot be read ({problem}) Please write it like this: Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off.',
  'hours-too-complex':
    '{field}: this rule has {count} “+” in a row; more than {maximum} are not evaluated. Please say when the times end (18:00-22:00 instead of 18:00+), or spread them over several entries.',
  'hours-too-wordy':
    '{field}: {count} characters of this rule belong to no opening hours; more than {maximum} are not read. Please write it like this: Mo-Fr 09:00-18:00; PH off, and remarks in quotes: Sa "by appointment".',
  'hours-too-many':
    '{field}: this is entry number {count} for the same service; {maximum} are possible. Please put times into one rule (Mo-Fr 09:00-18:00; Sa 10:00-14:00), and remove entries that are over.',
  'hours-doubtful': '{field}: the rule “{found}” may mean something else. {problem} Please check it.',
  'url-malformed':
    '{field}: “{found}” is not a web address. Please enter it in full, for example https://www.example.org.',
  'url-scheme': '{field}: only web addresses with http:// or https:// are allowed. Please replace “{found}”.',
  'url-credentials':
    '{field}: the web address contains a user name or a password. Please remove the part before the “@”.',
  'url-too-long': '{field}: the web address is too long. Please shorten it to {maximum} characters at most.',
  'email-malformed':
    '{field}: “{found}” is not an e-mail address. Please enter it in the form name@example.org.',
  'latitude-range': '{field}: the latitude must be a number between -90 and 90. Please correct “{found}”.',
  'longitude-range':
    '{field}: the longitude must be a number between -180 and 180. Please correct “{found}”.',
  'point-incomplete': '{field}: latitude and longitude belong together. Please enter both or neither.',
  'too-far-from-city':
    '{field}: the point is {distance} km from the city centre; {maximum} km are allowed. Please check latitude and longitude (swapped?).',
  'money-malformed':
    '{field}: amounts are whole numbers of cents, from 0 to {maximum}. Please correct “{found}” (€12.50 is 1250).',
  'quantity-malformed':
    '{field}: a whole number from 0 on is expected here. Please correct “{found}”, or leave the field empty (unlimited).',
  'currency-unknown':
    '{field}: “{found}” is not an ISO 4217 currency code. Please enter three letters, for example EUR.',
  'choice-unknown': '{field}: “{found}” is not one of the choices. Please choose one of these: {choices}.',
  'boolean-malformed': '{field}: “{found}” is neither yes nor no. Please enter true or false.',
  'datetime-malformed':
    '{field}: “{found}” is not a point in time. Please enter it in the form YYYY-MM-DDThh:mm:ssZ.',
  'date-malformed': '{field}: “{found}” is not a date. Please enter it in the form YYYY-MM-DD.',
  'period-reversed': '{field}: the end ({end}) is before the start ({start}). Please correct one of the two.',
  'edges-reversed':
    '{field}: this edge ({high}) is not beyond the opposite one ({low}). Please swap the two.',
  'language-unknown':
    '{field}: “{found}” is not a BCP 47 language code. Please use codes such as de, en or tr.',
  'list-malformed': '{field}: a list of texts is expected here. Please write it in the form ["one", "two"].',
  'time-zone-unknown': '{field}: “{found}” is not a time zone. Please use a name such as Europe/Berlin.',
  'federal-state-unknown':
    '{field}: “{found}” is not a German federal state of ISO 3166-2. Please use a code such as DE-NW.',
  'slug-malformed':
    '{field}: “{found}” is not a valid slug. Please use lower-case letters, digits and single hyphens only.',
  'slug-taken': '{field}: “{found}” is already taken. Please choose another slug, or leave the field empty.',
  required: '{field}: this is needed for publishing. Please add it.',
  'address-or-location-required':
    '{field}: publishing needs an address (street, and postcode or place) or a point on the map. Please add one of the two.',
  'reachability-required':
    '{field}: publishing needs at least one phone number, e-mail address or web address. Please add one.',
  'archived-locked':
    '{field}: this press notice is archived and is no longer changed. Please ask a person with the super admin role.',
  'delete-archive-instead':
    '{field}: what has been public is not deleted. Please archive the entry in the panel “Moderation” (“Archive …”): it is no longer public then, and can be restored. Only a person with the super admin role can delete it for good.',
  'delete-unpublish-instead':
    '{field}: what has been public is not deleted. Please take the entry back with “Unpublish …”: it is no longer public then, and can be published again. Only a person with the super admin role can delete it for good.',
  'delete-was-public':
    '{field}: what is public is not deleted. Please ask a person with the super admin role.',
  'file-locked':
    '{field}: this file belongs to an archived press notice and is no longer changed. Please ask a person with the super admin role.',
  'law-needs':
    '{field}: this is asked for by {law}. Please add it; until then the page {page} says that it is missing.',
  'accessibility-review-due':
    '{field}: that is more than a year ago. Please review the statement on accessibility and enter the day.',
  'alternative-text-missing':
    '{field}: it is missing in this language. Please describe what can be seen in the picture, for all who cannot see it.',
  'alternative-text-repeated':
    '{field}: another picture says “{found}” as well. Please describe what only this one shows.',
};
