/** A document with all its locales and versions. */
export interface DocumentName {
  /** The content type's uid. */
  readonly type: string;
  readonly documentId: string;
}

export const keyOf = ({ type, documentId }: DocumentName): string => `${type}:${documentId}`;

/** Documents without duplicates, in the order in which they were added. */
export class DocumentSet implements Iterable<DocumentName> {
  private readonly byKey = new Map<string, DocumentName>();

  constructor(documents: Iterable<DocumentName> = []) {
    this.addAll(documents);
  }

  /** @returns those that were not there yet */
  addAll(documents: Iterable<DocumentName>): DocumentName[] {
    return [...documents].filter((document) => this.add(document));
  }

  private add({ type, documentId }: DocumentName): boolean {
    const key = keyOf({ type, documentId });
    if (this.byKey.has(key)) return false;
    this.byKey.set(key, { type, documentId });
    return true;
  }

  [Symbol.iterator](): Iterator<DocumentName> {
    return this.byKey.values();
  }
}

/** The ids by type, with types in the order in which they were added. */
export function idsByType(documents: Iterable<DocumentName>): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const { type, documentId } of documents) {
    const known = ids.get(type);
    if (known) known.push(documentId);
    else ids.set(type, [documentId]);
  }
  return ids;
}
