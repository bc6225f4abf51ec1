/*
 * The version of everything public: why nobody is shown what is no longer true (docs/adr/0015, 0026).
 *
 * 1. `stadtverbund.version` is one row (database/schema/200-version.sql). Triggers on all tables that public answers are
 *    made of move it, in the commit of each transaction that changes some of it: install-version-triggers.ts, which is told
 *    by src/bootstrap/own-schema.ts which types are public.
 * 2. Who answers a request reads it first. The read begins after the request has arrived and is shared by all who wait:
 *    version-reader.ts, one a process (running-reader.ts). Where it cannot be read, nothing that is kept is used.
 * 3. What answers the request then runs `atVersion` (at-version.ts).
 * 4. What is kept belongs to the version that was read before it was computed, and is used only while the version that is
 *    read is the same: whole answers in src/response-cache, values in `VersionedCache` (versioned-cache.ts), such as the
 *    locales of content or a list's total. Where nothing was read before (a request with credentials, a job), `VersionedCache`
 *    reads the version itself.
 *
 * Not told here: what changes by time alone has an end (src/response-cache/next-change.ts); an ETag is made of bytes and
 * knows no version (src/middlewares/conditional-get.ts); a change is announced to listeners by src/publication.
 */
export { atVersion, type Version } from './at-version';
export { installVersionTriggers } from './install-version-triggers';
export { VersionedCache } from './versioned-cache';
export { startVersionReader, stopVersionReader } from './running-reader';
export type { VersionReader } from './version-reader';
