import type { DocumentState } from '@stadtverbund/client';
import type { App } from '../app-context';
import type { City } from '../city';
import { standingOf, type Standing } from '../domain/standing';
import { textIn } from '../domain/values';
import { schemaOf } from './document';

/** A kind of documents that businesses enter. */
export interface OwnKind {
  /** As in `/api/my/{collection}`. */
  readonly collection: string;
  readonly singular: string;
  readonly plural: string;
  /** Whether it is the business itself, and not of one. */
  readonly isBusiness: boolean;
}

/** A document of this account. */
export interface Own {
  readonly collection: string;
  readonly documentId: string;
  readonly name: string;
  readonly slug: string | null;
  readonly state: DocumentState;
  readonly standing: Standing;
}

export interface OwnClaim {
  readonly id: string;
  readonly name: string | undefined;
  readonly state: string;
  readonly reason: string | null;
}

/** All that an account has here. */
export interface Overview {
  readonly kinds: readonly OwnKind[];
  readonly documents: readonly Own[];
  readonly claims: readonly OwnClaim[];
}

// As many as the city gives at once.
const PAGE_SIZE = 100;

async function documentsOf(city: City, collection: string, page = 1): Promise<Own[]> {
  const { data, meta } = await city.mine.list(collection, { page, pageSize: PAGE_SIZE });
  const own = (data as readonly unknown[]).flatMap((one) => {
    const documentId = textIn(one, 'documentId');
    const state = meta.documents[documentId];
    const facts = {
      collection,
      documentId,
      slug: textIn(one, 'slug') || null,
      name: textIn(one, 'name', 'title'),
    };
    return state ? [{ ...facts, state, standing: standingOf(state) }] : [];
  });
  const { pageCount = 1 } = meta.pagination;
  return page < pageCount ? [...own, ...(await documentsOf(city, collection, page + 1))] : own;
}

async function claimsOf({ mine, directory }: City): Promise<OwnClaim[]> {
  const claims = await mine.claims();
  // What was accepted is among the businesses.
  const waiting = claims.filter(({ state }) => state !== 'accepted');
  return Promise.all(
    waiting.map(async ({ id, business, state, decisionReason }) => ({
      id,
      state,
      reason: typeof decisionReason === 'string' ? decisionReason : null,
      name: await directory.listing('business', business).then(
        ({ data }) => data.name,
        () => undefined,
      ),
    })),
  );
}

/** Loads it; the kinds are those that the city has, the businesses first. */
export async function overviewOf(asking: Pick<App, 'city' | 'remember' | 'settings'>): Promise<Overview> {
  const { city } = asking;
  const { collections } = await schemaOf(asking);
  const kinds = collections
    .map(({ collection, label, business }) => ({ collection, ...label, isBusiness: business === 'self' }))
    .sort((one, other) => Number(other.isBusiness) - Number(one.isBusiness));
  const [claims, ...lists] = await Promise.all([
    claimsOf(city),
    ...kinds.map(({ collection }) => documentsOf(city, collection)),
  ]);
  return { kinds, documents: lists.flat(), claims };
}
