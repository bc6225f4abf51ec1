import type { reading as German } from '../../de/refusals/reading';

export const reading: Record<keyof typeof German, string> = {
  drafts: '{field}: only what is published can be read from outside. Please leave the parameter out.',
  'key-unknown': '{field}: there is no “{found}” here, or it is not public. Possible are: {allowed}.',
  'private-field': '{field}: “{found}” is not public. Please leave it out.',
  'locale-inside':
    '{field}: what belongs to an entry comes in the same language as the entry. Please leave this out and name the language once: locale={found}.',
  'search-shape': '_q: please give a search text of 200 characters at most.',
  'filter-shape':
    '{field}: “{found}” is not a filter. Please write filters[field][$operator]=value; $between needs two values.',
  'pagination-shape':
    '{field}: “{found}” is not possible. Please use whole numbers: page and pageSize from 1, or start from 0 and limit from 1; a page has 100 entries at most.',
  'pagination-outside':
    '{field}: please write pagination[{field}]={found}; without the brackets it would be ignored.',
  'pagination-inside':
    '{field}: what belongs to an entry comes as a whole. Please leave this out, or ask for the list itself, with filters and pagination.',
  'preview-token': 'This preview is not valid, or not any more. Please open it in the admin panel again.',
  'too-deep': '{field}: the query is nested too deeply. Please simplify it.',
  'too-large': '{field}: the query has too many parts. Please split it.',
  'too-many-lists':
    '{field}: at most {lists} conditions of a request may lead into lists (categories, hours, pictures). Please ask for several values with $in, or split the request.',
  'too-many-relations':
    '{field}: at most {relations} conditions of a request may lead to related entries. Please ask for several values with $in, or split the request.',
  'sort-lists':
    '{field}: entries can be sorted by one list at most (categories, hours, pictures). Please leave the others out.',
  'sort-relations':
    '{field}: related entries can be sorted by fields of their own only. Please name one of them.',
  'content-closed': 'Content cannot be changed from outside. Please sign in to the admin panel.',
  'populate-shape': 'populate: please name fields as a text, a list or populate[field]=true.',
};
