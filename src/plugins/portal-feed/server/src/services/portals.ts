import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { inTransaction } from '#src/platform/sql/sql';
import type { IssuedSecrets, OnFilterChange, Portal, PortalDraft, PortalsService } from '../contract';
import { afterStateChange, afterRemoval, resendAll } from '../delivery/portal-changes';
import { parse } from '#src/platform/refusals/zod-refusal';
import { portalChanges, portalDraft, portalField, type Known } from '../validation/portal';
import { sameFilter } from '../domain/filter-values';
import { encrypt } from './encryption';
import { listingTypes } from '#src/listing/listing-types';
import { allPortals, PORTAL, portalById, shownPortal, type PortalRow } from './portal-rows';
import { hashToken, newSecret, newToken } from './portal-token';
import { documentsOf } from '#src/platform/strapi/documents';
import { localeCodes } from '#src/platform/strapi/locales';

/** What the operator allows in addition to the public internet and HTTPS. */
interface FeedSettings {
  /** `FEED_ALLOW_HTTP=true`: plain HTTP targets. */
  readonly allowsHttp: boolean;
}

/** Reads the settings of the feed from the environment. */
const feedSettings = (environment: Readonly<Record<string, string | undefined>>): FeedSettings => ({
  allowsHttp: environment.FEED_ALLOW_HTTP === 'true',
});

const DAY = 86_400_000;

// A portal whose filter changes more often has to take a snapshot, since former filters are checked for each event.
const MOST_FORMER_FILTERS = 5;

async function knownOf(strapi: Core.Strapi): Promise<Known> {
  return {
    types: [...listingTypes(strapi).feed.values()].map(({ type }) => type),
    locales: await localeCodes(strapi),
    ...feedSettings(process.env),
  };
}

type Changes = Partial<Omit<PortalRow, 'id' | 'documentId' | 'createdAt'>>;

async function write(strapi: Core.Strapi, row: PortalRow, data: Changes): Promise<PortalRow> {
  return (await strapi.db.query(PORTAL).update({ where: { id: row.id }, data })) as PortalRow;
}

/** Runs `work` on a locked portal; `null` if there is none. */
function onPortal<T>(
  strapi: Core.Strapi,
  documentId: string,
  work: (row: PortalRow) => Promise<T>,
): Promise<T | null> {
  return inTransaction(strapi, async (sql) => {
    await sql(`select id from portal_feed_portals where document_id = :documentId for update`, {
      documentId,
    });
    const row = await portalById(strapi, documentId);
    return row ? work(row) : null;
  });
}

/** The columns that a new filter changes. */
function filterChanges(row: PortalRow, filter: PortalDraft['filter'], choice: OnFilterChange): Changes {
  const filterVersion = row.filterVersion + 1;
  const former = [...(row.formerFilters ?? []), row.filter];
  const resends = choice === 'resend' && former.length <= MOST_FORMER_FILTERS;
  return resends
    ? { filter, filterVersion, formerFilters: former }
    : { filter, filterVersion, formerFilters: [], resumesFrom: filterVersion };
}

async function update(
  strapi: Core.Strapi,
  row: PortalRow,
  { url, filter, ...rest }: Partial<PortalDraft>,
  choice: OnFilterChange,
): Promise<Portal> {
  const isOther = filter !== undefined && !sameFilter(filter, row.filter);
  const written = await write(strapi, row, {
    ...rest,
    ...(url === undefined ? {} : { targetUrl: url }),
    ...(isOther ? filterChanges(row, filter, choice) : {}),
  });
  if (isOther && choice === 'resend') await resendAll(strapi, row.documentId);
  return shownPortal(written);
}

async function setState(
  strapi: Core.Strapi,
  row: PortalRow,
  change: Pick<PortalRow, 'state' | 'stateReason'>,
): Promise<Portal> {
  if (row.state === change.state) return shownPortal(row);
  const written = await write(strapi, row, { ...change, stateSince: new Date().toISOString() });
  await afterStateChange(strapi, written);
  return shownPortal(written);
}

async function rotateSecret(strapi: Core.Strapi, row: PortalRow): Promise<IssuedSecrets> {
  const secret = newSecret();
  const written = await write(strapi, row, {
    secret: encrypt(strapi, secret),
    previousSecret: row.secret,
    previousSecretUntil: new Date(Date.now() + DAY).toISOString(),
  });
  return { portal: shownPortal(written), secret };
}

async function create(strapi: Core.Strapi, draft: PortalDraft): Promise<Required<IssuedSecrets>> {
  const { url, ...rest } = draft;
  const [secret, token] = [newSecret(), newToken()];
  const created = await documentsOf(strapi, PORTAL).create({
    data: {
      ...rest,
      targetUrl: url,
      filterVersion: 1,
      resumesFrom: 1,
      formerFilters: [],
      state: 'active',
      stateSince: new Date().toISOString(),
      tokenHash: hashToken(token),
      secret: encrypt(strapi, secret),
    },
  });
  const row = await portalById(strapi, created.documentId);
  if (!row) throw new Error(`The portal ${created.documentId} is missing after it was made.`);
  return { portal: shownPortal(row), secret, token };
}

async function remove(strapi: Core.Strapi, row: PortalRow): Promise<boolean> {
  await strapi.db.query(PORTAL).delete({ where: { id: row.id } });
  await afterRemoval(strapi, row.documentId);
  return true;
}

/** The portals and their secrets; see contract.ts. Input is checked here, for all callers. */
export function createPortals({ strapi }: { strapi: Core.Strapi }): PortalsService & {
  disable(documentId: string, reason: NonNullable<PortalRow['stateReason']>): Promise<Portal | null>;
} {
  const checked = async <Schema extends z.ZodType>(schema: (known: Known) => Schema, input: unknown) =>
    parse(schema(await knownOf(strapi)), input, { field: portalField });

  return {
    list: async () => (await allPortals(strapi)).map(shownPortal),

    async findOne(documentId) {
      const row = await portalById(strapi, documentId);
      return row ? shownPortal(row) : null;
    },

    async create(input) {
      const draft = await checked(portalDraft, input);
      return inTransaction(strapi, () => create(strapi, draft));
    },

    async update(documentId, input, onFilterChange = 'snapshot') {
      const changes = await checked(portalChanges, input);
      return onPortal(strapi, documentId, (row) => update(strapi, row, changes, onFilterChange));
    },

    remove: async (documentId) => (await onPortal(strapi, documentId, (row) => remove(strapi, row))) ?? false,

    rotateSecret: (documentId) => onPortal(strapi, documentId, (row) => rotateSecret(strapi, row)),

    rotateToken: (documentId) =>
      onPortal(strapi, documentId, async (row) => {
        const token = newToken();
        const written = await write(strapi, row, { tokenHash: hashToken(token) });
        return { portal: shownPortal(written), token };
      }),

    pause: (documentId) =>
      onPortal(strapi, documentId, (row) => setState(strapi, row, { state: 'paused', stateReason: null })),

    resume: (documentId) =>
      onPortal(strapi, documentId, (row) => setState(strapi, row, { state: 'active', stateReason: null })),

    /** Disabled by us for a reason; a person has to resume it. */
    disable: (documentId, stateReason) =>
      onPortal(strapi, documentId, (row) => setState(strapi, row, { state: 'disabled', stateReason })),
  };
}
