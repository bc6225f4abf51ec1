import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { createBusiness } from '../../support/factories';
import { editorActor, moderation } from '../../support/moderation';
import { pick, seededRandom } from './seeded-random';

const BUSINESS = 'api::business.business';
const CATEGORY = 'api::category.category';

// Enough documents for parallel writes, few enough that each is changed repeatedly.
const DOCUMENTS = 30;

interface Known {
  documentId: string;
}

let name = 0;

/** Names are unique across all runs on a database, so that a stale one is noticed. */
const newName = (seed: number): string => `Betrieb ${seed}-${(name += 1)}`;

type Write = (strapi: Core.Strapi, documentId: string, seed: number) => Promise<unknown>;

const changeAndPublish: Write = async (strapi, documentId, seed) => {
  const data = { name: newName(seed) };
  await strapi.documents(BUSINESS).update({ documentId, locale: 'de', data });
  await strapi.documents(BUSINESS).publish({ documentId, locale: 'de' });
};

const unpublish: Write = (strapi, documentId) =>
  strapi.documents(BUSINESS).unpublish({ documentId, locale: '*' });

/** An editor reinstates what was unpublished, since code alone may not. */
const reinstate: Write = (_strapi, documentId) =>
  moderation().perform({ uid: BUSINESS, documentId, action: 'reinstate', actor: editorActor() });

const remove: Write = (strapi, documentId) => strapi.documents(BUSINESS).delete({ documentId, locale: '*' });

const renameCategory: Write = async (strapi, _documentId, seed) => {
  const category = await strapi.documents(CATEGORY).findFirst({ locale: 'de' });
  if (!category) return;
  const data = { name: `Kategorie ${newName(seed)}` };
  await strapi.documents(CATEGORY).update({ documentId: category.documentId, locale: 'de', data });
};

// Most of what editors do is change something.
const WRITES: readonly Write[] = [
  ...Array<Write>(12).fill(changeAndPublish),
  unpublish,
  unpublish,
  reinstate,
  reinstate,
  reinstate,
  remove,
  renameCategory,
];

async function add(strapi: Core.Strapi, seed: number): Promise<Known> {
  const category = await strapi.documents(CATEGORY).findFirst({ locale: 'de' });
  const categories = category ? [category.documentId] : undefined;
  return createBusiness({
    name: newName(seed),
    syndicationConsent: true,
    ...(categories ? { categories } : {}),
  });
}

async function write(strapi: Core.Strapi, random: () => number, seed: number): Promise<void> {
  const known: Known[] = await strapi
    .documents(BUSINESS)
    .findMany({ locale: 'de', fields: ['documentId'], limit: DOCUMENTS });
  if (known.length < DOCUMENTS && random() < 0.5) return void (await add(strapi, seed));
  if (known.length === 0) return;
  await pick(random, WRITES)(strapi, pick(random, known).documentId, seed);
}

export interface Writers {
  /** How many writes succeeded and how many failed. */
  counts(): { done: number; failed: number };
  stop(): Promise<void>;
}

/** Several editors who change, publish, unpublish, reinstate and delete concurrently until stopped. */
export function startWriters(strapi: Core.Strapi, seed: number, howMany: number): Writers {
  const counts = { done: 0, failed: 0 };
  let stopping = false;
  const work = async (index: number): Promise<void> => {
    const random = seededRandom(seed * 1_000 + index);
    while (!stopping) {
      try {
        await write(strapi, random, seed);
        counts.done += 1;
      } catch {
        // Two writers on one document, or the database is down; an editor would try again.
        counts.failed += 1;
        await pause(50);
      }
    }
  };
  const working = Array.from({ length: howMany }, (_, index) => work(index));
  return {
    counts: () => counts,
    async stop() {
      stopping = true;
      await Promise.all(working);
    },
  };
}
