import type { Core } from '@strapi/strapi';
import { changedMembers } from './domain/changes';
import { advisoryContactData, organisationData } from './domain/document-data';
import type { AdvisoryContactRecord, OrganisationRecord } from './domain/record';
import { createInBoth, documents, publishAll } from './documents';
import { writeLedger, type LedgerEntry } from './ledger';
import { updateDocument } from './update-document';
import type { Written } from './write-business';

const ORGANISATION = 'api::organisation.organisation';
const ADVISORY_CONTACT = 'api::advisory-contact.advisory-contact';

/** The organisation of that name, created if missing; an import does not change an existing one. */
export async function ensureOrganisation(strapi: Core.Strapi, record: OrganisationRecord): Promise<string> {
  const found = await documents(strapi, ORGANISATION).findFirst({
    locale: 'de',
    filters: { name: record.name.de ?? '' },
    fields: ['documentId'],
  });
  if (found) return found.documentId;
  const data = { de: organisationData(record, 'de'), en: organisationData(record, 'en') };
  const documentId = await createInBoth(strapi, ORGANISATION, data);
  await publishAll(strapi, ORGANISATION, documentId);
  return documentId;
}

/** Writes and publishes an advisory contact and, if missing, its organisation. Call inside a transaction. */
export async function writeAdvisoryContact(
  strapi: Core.Strapi,
  record: AdvisoryContactRecord,
  entry: LedgerEntry | undefined,
): Promise<Written> {
  const organisation = record.organisation
    ? await ensureOrganisation(strapi, record.organisation)
    : undefined;
  const data = {
    de: advisoryContactData(record, organisation, 'de'),
    en: advisoryContactData(record, organisation, 'en'),
  };
  if (!entry) {
    const documentId = await createInBoth(strapi, ADVISORY_CONTACT, data);
    await publishAll(strapi, ADVISORY_CONTACT, documentId);
    await writeLedger(strapi, 'advisory-contact', record.source, { documentId, parts: {}, record });
    return { status: 'created' };
  }
  const changed = changedMembers(entry.record, record) as ReadonlySet<string>;
  const only = (all: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => changed.has(name)));
  const caveat = await updateDocument(strapi, ADVISORY_CONTACT, entry.documentId, {
    de: only(data.de),
    en: only(data.en),
  });
  await writeLedger(strapi, 'advisory-contact', record.source, { ...entry, record });
  return { status: 'updated', ...(caveat ? { caveat } : {}) };
}
