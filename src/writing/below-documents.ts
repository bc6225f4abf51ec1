import type { Core } from '@strapi/strapi';
import { fileKinds } from '../files/assert-file-kinds';
import { picturesInTurn } from '../files/pictures';
import { watchStorage } from '../files/removed-on-failure';
import { onFileWrites, onLocaleDeletion } from '../platform/strapi/patches';
import { followFiles, followLocales } from '../publication';
import { archivedFiles, archivedLocales } from './steps/archive-lock';

/**
 * Adds the steps, outermost first, for writes of files and the deletion of a language: both change documents without
 * calling the document service. Call in `bootstrap()`.
 */
export function guardBelowDocuments(strapi: Core.Strapi): void {
  watchStorage(strapi);
  // Refusals first, then the turn of a picture, and the transaction last: a request that waits must not hold a
  // connection.
  onFileWrites(strapi, [archivedFiles, fileKinds, picturesInTurn, followFiles]);
  onLocaleDeletion(strapi, [archivedLocales, followLocales]);
}
