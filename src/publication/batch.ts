import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { inTransaction } from '../platform/sql/sql';
import { dependentsOf } from './dependents/dependents-of';
import { DocumentSet, idsByType, keyOf, type DocumentName } from './domain/document-set';
import { changeBetween, stateOf, type PublicChange, type PublishedRow } from './domain/public-change';
import { keepFirstPublication } from './first-publication';
import { announce } from './listeners';
import { lockDocument, lockPublication } from './locks';
import { publishedRows } from './published-rows';

type Rows = readonly PublishedRow[];

/** What one transaction writes, and what the public saw of it before. */
export class PublicationBatch {
  private readonly before = new Map<string, Promise<Rows>>();
  private watched = new DocumentSet();
  private touched = new DocumentSet();
  /** A closed batch ignores everything, since work started in its transaction may continue after it. */
  open = true;

  constructor(private readonly strapi: Core.Strapi) {}

  /**
   * Call before a document is written: waits for other writers, and remembers what the public sees of it for the
   * comparison.
   */
  async watch(document: DocumentName, { mayRemove = false } = {}): Promise<void> {
    this.watched.addAll([document]);
    const key = keyOf(document);
    if (!this.before.has(key)) this.before.set(key, this.lockedRowsOf(document, mayRemove));
    await this.before.get(key);
  }

  /** The same for many, without waiting for others. */
  async watchAll(documents: readonly DocumentName[]): Promise<void> {
    const rows = await this.publishedNow(documents, new Date());
    this.watched.addAll(documents);
    for (const document of documents) {
      const key = keyOf(document);
      if (!this.before.has(key)) this.before.set(key, Promise.resolve(rows.get(key) ?? []));
    }
  }

  /** Call before a document may be withdrawn from the public, since what shows it cannot be found afterwards. */
  async watchRemoval(document: DocumentName): Promise<void> {
    await this.watch(document, { mayRemove: true });
    const rows = await this.before.get(keyOf(document));
    if (rows && rows.length > 0) this.touch(await dependentsOf(this.strapi, [document]));
  }

  /** Adds a document that did not exist before. */
  created(document: DocumentName): void {
    this.watched.addAll([document]);
  }

  /** Adds documents to be announced without a comparison. */
  touch(documents: Iterable<DocumentName>): void {
    this.touched.addAll(documents);
  }

  /** Announces changes to the listeners until there are no more. */
  async flush(): Promise<void> {
    for (let changes = await this.takeChanges(); changes.length > 0; changes = await this.takeChanges())
      await announce(this.strapi, changes);
  }

  private async takeChanges(): Promise<PublicChange[]> {
    const [watched, touched] = [[...this.watched], [...this.touched]];
    this.watched = new DocumentSet();
    this.touched = new DocumentSet();
    const now = new Date();
    const changed = await this.changesOf(watched, now);
    const told = new DocumentSet(changed);
    const others = told.addAll(touched);
    if (changed.length + others.length === 0) return [];
    await lockPublication(this.strapi, [...told], { alone: others.length > 0 });
    others.push(...told.addAll(await dependentsOf(this.strapi, [...told])));
    return [...changed, ...(await this.statesOf(others, now))];
  }

  private async changesOf(documents: readonly DocumentName[], now: Date): Promise<PublicChange[]> {
    const after = await this.publishedNow(documents, now);
    const changes: PublicChange[] = [];
    const appeared: DocumentName[] = [];
    for (const document of documents) {
      const key = keyOf(document);
      const [was, is] = [(await this.before.get(key)) ?? [], after.get(key) ?? []];
      const change = changeBetween(was, is);
      // Later changes in this transaction are compared with what has been announced.
      this.before.set(key, Promise.resolve(is));
      if (change) changes.push({ ...document, ...change });
      // A document that waited for its day is published but has not been visible.
      if (change?.action === 'published' && !was.some(({ visible }) => visible)) appeared.push(document);
    }
    await keepFirstPublication(this.strapi, appeared);
    return changes;
  }

  private async statesOf(documents: readonly DocumentName[], now: Date): Promise<PublicChange[]> {
    const rows = await this.publishedNow(documents, now);
    return documents.map((document) => ({ ...document, ...stateOf(rows.get(keyOf(document)) ?? []) }));
  }

  private async publishedNow(
    documents: readonly DocumentName[],
    now: Date,
  ): Promise<ReadonlyMap<string, Rows>> {
    const all = new Map<string, Rows>();
    for (const [type, ids] of idsByType(documents)) {
      const found = await publishedRows(this.strapi, type, ids, now);
      for (const [documentId, rows] of found) all.set(keyOf({ type, documentId }), rows);
    }
    return all;
  }

  private async lockedRowsOf({ type, documentId }: DocumentName, mayRemove: boolean): Promise<Rows> {
    await lockDocument(this.strapi, { type, documentId }, mayRemove);
    return (await publishedRows(this.strapi, type, [documentId], new Date())).get(documentId) ?? [];
  }
}

const BATCHES = 'stadtverbund.publication-batches';

/** Prepares the instance's container for batches of running transactions. Call once, before the first. */
export function prepareBatches(strapi: Core.Strapi): void {
  strapi.add(BATCHES, new AsyncLocalStorage<PublicationBatch>());
}

/** The batch to which the running code belongs. */
const batchesOf = (strapi: Core.Strapi): AsyncLocalStorage<PublicationBatch> =>
  strapi.get<AsyncLocalStorage<PublicationBatch>>(BATCHES);

/** The batch of the running transaction. */
function currentBatch(strapi: Core.Strapi): PublicationBatch | undefined {
  const batch = batchesOf(strapi).getStore();
  return batch?.open ? batch : undefined;
}

/** Runs work as one batch, in an open transaction. */
export async function inNewBatch<T>(strapi: Core.Strapi, work: () => Promise<T>): Promise<T> {
  const batch = new PublicationBatch(strapi);
  return batchesOf(strapi).run(batch, async () => {
    try {
      const result = await work();
      await batch.flush();
      return result;
    } finally {
      batch.open = false;
    }
  });
}

/**
 * Runs work in one transaction, the surrounding one if there is one. What it changes for the public is announced once,
 * at the end of the outermost. Not async: nothing may be awaited before the transaction is opened (docs/adr/0008).
 */
export function inPublicationBatch<T>(
  strapi: Core.Strapi,
  work: (batch: PublicationBatch) => Promise<T>,
): Promise<T> {
  return inTransaction(strapi, () => {
    const batch = currentBatch(strapi);
    if (!batch)
      throw new Error('A transaction without a batch: registerPublication() has to be called first.');
    return work(batch);
  });
}
