/**
 * Whom to name for data, in the reader's language where that has a name for them.
 * @param names by how sources write them
 */
export const creditSaid = (credit: string, names: Readonly<Record<string, string>>): string =>
  Object.entries(names).reduce((said, [from, to]) => said.replaceAll(from, to), credit);
