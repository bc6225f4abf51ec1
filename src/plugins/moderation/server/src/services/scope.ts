import { AsyncLocalStorage } from 'node:async_hooks';

interface Scope {
  readonly uid: string;
  /** Set by the write itself when it makes the document. */
  documentId?: string | undefined;
}

const scope = new AsyncLocalStorage<Scope>();

/** Runs writes of one document that moderation itself has decided on; the guard lets them pass. */
export function asModerated<T>(target: Scope, write: () => Promise<T>): Promise<T> {
  return scope.run({ ...target }, write);
}

/** Whether moderation itself is behind a call: of this document, or of the new one it is making. */
export function isModerated(uid: string, action: string, documentId: string | undefined): boolean {
  const target = scope.getStore();
  if (!target || target.uid !== uid) return false;
  if (action === 'create') return target.documentId === undefined;
  return action !== 'clone' && documentId !== undefined && target.documentId === documentId;
}

/** Lets the same write go on with the document that it has just made. */
export function adoptCreated(uid: string, documentId: string | undefined): void {
  const target = scope.getStore();
  if (target?.uid === uid && target.documentId === undefined) target.documentId = documentId;
}
