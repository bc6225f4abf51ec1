import type { Core } from '@strapi/strapi';
import { fileKinds } from '../files/assert-file-kinds';
import { picturesInTurn } from '../files/pictures';
import { watchStorage } from '../files/removed-on-failure';
import { onFileWrites, onLocaleDeletion } from '../platform/strapi/patches';
import { followFiles, followLocales } from '../publication';
import { archivedFiles, archivedLocales } from './steps/archive-lock';

/**
 * What writes of files and the deletion of a language go through, outermost first: both change documents and are no
 * call of the document service. In `bootstrap()`.
 */
export function guardBelowDocuments(strapi: Core.Strapi): void {
  watchStorage(strapi);
  // Refusals first, then the turn of a picture, and the transaction last: who waits must not hold a connection.
  onFileWrites(strapi, [archivedFiles, fileKinds, picturesInTurn, followFiles]);
  onLocaleDeletion(strapi, [archivedLocales, followLocales]);
}
