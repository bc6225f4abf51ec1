/** What a file with somebody's data is called when it is saved. */
export const archiveName = (made: Date, extension: 'zip' | 'json'): string =>
  `auskunft-${made.toISOString().slice(0, 10)}.${extension}`;
