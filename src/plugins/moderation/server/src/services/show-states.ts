import type { Core } from '@strapi/strapi';
import { languageOf } from '#src/platform/http/language-of';
import { showDocumentStatus } from '#src/platform/strapi/patches/index';
import { shownStatus, type DeskState } from '../domain/desk-state';
import { deskStates } from './desk-states';

// The states of the documents in a list, until its answer is complete.
const STATES = 'stadtverbund.desk-states';

type Kept = Record<string, ReadonlyMap<string, DeskState> | undefined>;

/**
 * Lets the content manager's forms, lists and relations show "suspended", "archived", "submitted" or the day a document
 * will appear, where Strapi knows only drafts and published documents. One statement per list, whatever its length.
 */
export function showStates(strapi: Core.Strapi): void {
  const kept = (): Kept | undefined => strapi.requestContext.get()?.state;
  const shown = (state: DeskState | undefined, status: string): string =>
    shownStatus(state, status, languageOf(strapi.requestContext.get()));

  showDocumentStatus(strapi, {
    async prepare(uid, documentIds) {
      const state = kept();
      if (state)
        state[STATES] = new Map([...(state[STATES] ?? []), ...(await deskStates(strapi, uid, documentIds))]);
    },
    inList(documentId, status) {
      const state = kept()?.[STATES]?.get(documentId);
      return state ? shown(state, status) : status;
    },
    async inForm(uid, documentId, status) {
      return shown((await deskStates(strapi, uid, [documentId])).get(documentId), status);
    },
  });
}
