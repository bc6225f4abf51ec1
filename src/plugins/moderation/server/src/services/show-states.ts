import type { Core } from '@strapi/strapi';
import { languageOf } from '#src/platform/http/language-of';
import { showDocumentStatus } from '#src/platform/strapi/patches/index';
import { shownStatus, type DeskState } from '../domain/desk-state';
import { deskStates } from './desk-states';

// Of the documents of a list, until its answer is made.
const STATES = 'stadtverbund.desk-states';

type Kept = Record<string, ReadonlyMap<string, DeskState> | undefined>;

/**
 * Lets the content manager's forms, lists and relations say "suspended", "archived", "submitted" or from when on a
 * document appears, where Strapi knows drafts and published ones only. One statement a list, whatever its length.
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
