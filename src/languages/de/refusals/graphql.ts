export const graphql = {
  'circular-fragment': 'Ein Fragment enthält sich selbst. Bitte schreiben Sie die Felder aus.',
  'document-too-deep': 'Mehr als {maximum} Ebenen. Bitte teilen Sie die Abfrage auf.',
  'document-too-large': 'Mehr als {maximum} Felder. Bitte teilen Sie die Abfrage auf.',
  'too-many-roots': 'Mehr als {maximum} Felder auf der obersten Ebene. Bitte teilen Sie die Abfrage auf.',
  'document-too-costly': 'Die Abfrage kostet mehr als {maximum}. Bitte teilen Sie sie auf.',
  'variables-nesting': 'Die Variablen sind zu tief verschachtelt. Erlaubt sind {maximum} Ebenen.',
  'read-only':
    'GraphQL liest hier nur. Bitte schreiben Sie in der Verwaltung oder über REST unter /api/my/….',
  'query-invalid': 'Diese Abfrage passt nicht zum Schema (/api/schema.graphql): {problem}',
};
