/** Arguments that lead to drafts. */
export const DRAFT_ARGUMENTS: ReadonlySet<string> = new Set([
  'status',
  'publicationFilter',
  'hasPublishedVersion',
]);
