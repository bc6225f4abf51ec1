import type { imports as German } from '../de/imports';

export const imports: typeof German = {
  notes: {
    'no-name':
      'Name: the record has none, and neither an operator nor a place to make one from for this category.',
    'no-category': 'Categories: no tag of this record belongs to a category of businesses ({found}).',
    'no-category-named':
      'Categories: “{found}” names no category of businesses. Write the name of a category or an OSM tag (shop=bakery).',
    'no-position': 'Location: the record has neither coordinates nor an address.',
    'no-reachability': 'Reachability: the record has no phone number, no e-mail address and no web address.',
    'bad-geometry': 'Location: the coordinates are not degrees of longitude and latitude ({found}).',
    'geometry-left-out':
      'Location: “{found}” are not degrees of longitude and latitude; the record went in without coordinates.',
    'point-swapped': 'Location: longitude and latitude were exchanged ({found}) and were put right.',
    'no-tags': 'The feature has no properties.',
    closed: 'The source says that the business is closed ({found}).',
    twice: 'This id occurs earlier in the file; the first record counts.',
    'name-composed': 'Name: it was made from the category and the operator or place.',
    'value-without-field': '{field}: there is no field for the further value “{found}”; it was left out.',
    'cells-too-many':
      'Line {line} has {found} cells, the header {expected}: put values that contain “{meant}” in quotation marks.',
    'row-broken':
      'Line {line} is broken by a line end and goes on to line {found}: put values with line ends in quotation marks.',
    'quote-open': 'In line {line} a value begins with a quotation mark that nothing closes.',
    'quotes-loose': 'Quotation marks within a value were read as a part of the text.',
    'text-repaired': '{field}: “{found}” was encoded twice and was read as “{meant}”.',
    'text-damaged': '{field}: “{found}” contains destroyed characters. Put it right at the source.',
    'value-elsewhere': '{field}: “{found}” refers to another row. Please write the value itself.',
    'number-is-date':
      '{field}: “{found}” is a date that the spreadsheet made of a number; it was left out. Please format the column as text.',
    'column-twice': '{field}: two columns give it; “{found}” from the second was left out.',
    'category-understood': 'Categories: “{found}” was read as {meant}.',
    'postcode-completed': 'Postcode: “{found}” was read as {meant}.',
    'hours-understood': 'Hours: “{found}” was read as {rule}.',
    'hours-as-comment': 'Hours: “{found}” is no rule and was kept as a comment. {asked}',
    'hours-in-part':
      'Hours: “{found}” is understood in part only ({rule}) and was kept as a comment. {asked}',
    'value-unknown': '{field}: “{found}” is not known here and was left out.',
  },
  leftOut: 'The value was left out.',
  kept: 'The value was kept as it is.',
  file: {
    encoding: 'The file is encoded in {encoding} and was read as such.',
    'foreign-lines': 'The file is UTF-8, but these lines are Windows-1252 and were read as such: {lines}.',
    'lines-before-header': 'Before the header there is text that is no row of the table: {lines}.',
    'lines-between': 'These lines are a title, a sum or a remark and no record: {lines}.',
    'coordinates-unknown':
      'The coordinates are in {found}. Degrees (WGS 84) and UTM (EPSG:25831 to 25833, 32631 to 32633) are read: please export the file so.',
    'columns-ignored': 'Columns without a meaning here: {columns}.',
    'answer-incomplete': 'The answer of Overpass is incomplete: {found}',
    'line-unreadable': 'Line {line} is not valid JSON and was skipped: {found}.',
  },
  unreadable: {
    missing: '{file} does not exist.',
    'no-access': '{file} cannot be read: {found}.',
    empty: '{file} is empty.',
    'not-a-file-of-ours': '{file} is neither GeoJSON or Overpass JSON (.geojson, .json) nor CSV (.csv).',
    spreadsheet: '{file} is an Excel file: save it as “CSV UTF-8” and import that.',
    compressed: '{file} is compressed: unpack it first.',
    encoding:
      '{file} is in line {line} in no encoding that is read here (UTF-8, UTF-16, Windows-1252): save it as UTF-8.',
    'json-broken': '{file} is not valid JSON: {found}.',
    'json-broken-at': '{file} is not valid JSON in line {line}: {found}.',
    'not-geojson':
      '{file} is neither GeoJSON nor an answer of Overpass: it has no list "features" (RFC 7946, FeatureCollection) or "elements".',
    'geojson-advisory': '{file} is GeoJSON, which holds businesses: advisory contacts are imported from CSV.',
    'columns-missing': '{file} lacks in its header: {missing}. Found: {columns}.',
  },
  reservations: {
    'stays-unpublished': 'The listing is not published and stays so; the change is in the draft.',
    'has-pending-changes':
      'The draft holds unpublished changes; the new one was added to it and not published.',
  },
};
