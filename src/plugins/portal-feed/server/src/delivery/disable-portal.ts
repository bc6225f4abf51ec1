import type { Core } from '@strapi/strapi';
import { languageFor } from '#src/languages/language';
import { queueMail } from '#src/platform/mail/mail-queue';
import { publicUrl } from '#src/platform/mail/public-url';
import { inTransaction } from '#src/platform/sql/sql';
import type { DisabledReason, Portal } from '../contract';
import type { Delivery } from './delivery';
import { disabledMailToContact, disabledMailToEditor } from './domain/disabled-mail';
import { failsTooLong } from './domain/failing-too-long';
import type { Query } from './store/pool';

interface Editor {
  email: string;
  preferedLanguage: string | null;
  blocked: boolean;
  roles: { code: string; permissions: { action: string }[] }[];
}

interface Disabling {
  disable(documentId: string, reason: DisabledReason): Promise<Portal | null>;
}

const SUPER_ADMIN = 'strapi-super-admin';

const mayWatch = ({ roles }: Editor): boolean =>
  roles.some(({ permissions }) => permissions.some(({ action }) => action === 'plugin::portal-feed.read'));

/** The editors who watch portals: everyone with the permission; super admins only if nobody else has it. */
async function editors(strapi: Core.Strapi): Promise<Editor[]> {
  const users = (await strapi.db.query('admin::user').findMany({
    where: { isActive: true },
    populate: { roles: { populate: { permissions: true } } },
  })) as Editor[];
  const watching = users.filter((user) => !user.blocked && mayWatch(user));
  const named = watching.filter(({ roles }) => roles.every(({ code }) => code !== SUPER_ADMIN));
  return named.length > 0 ? named : watching;
}

async function tellPeople(strapi: Core.Strapi, portal: Portal, reason: DisabledReason): Promise<void> {
  const link = publicUrl(strapi, `/admin/plugins/portal-feed/${portal.documentId}`);
  const facts = { portal: portal.name, url: portal.url ?? '', reason, link };
  await queueMail(strapi, { to: portal.contactEmail, ...disabledMailToContact(facts) });
  for (const { email, preferedLanguage } of await editors(strapi)) {
    const language = languageFor(preferedLanguage);
    await queueMail(strapi, { to: email, ...disabledMailToEditor(facts, language) });
  }
}

/** Switches a portal off and informs its contact and the editors, only once, whichever instance notices first. */
export async function disablePortal(
  strapi: Core.Strapi,
  portalId: string,
  reason: DisabledReason,
): Promise<void> {
  await inTransaction(strapi, async (sql) => {
    const rows = await sql(
      `select from public.portal_feed_portals where document_id = :portalId and state = 'active' for update`,
      { portalId },
    );
    if (rows.length === 0) return;
    const portals = strapi.plugin('portal-feed').service<Disabling>('portals');
    const portal = await portals.disable(portalId, reason);
    if (portal) await tellPeople(strapi, portal, reason);
  });
}

const FAILING = `
select h.portal_id as "portalId", h.failing_since as since from stadtverbund.feed_health h
join public.portal_feed_portals p on p.document_id = h.portal_id and p.state = 'active'
where h.failing_since is not null and ($1::text is null or h.portal_id = $1)`;

const failing = (query: Query, portalId: string | null): Promise<{ portalId: string; since: Date }[]> =>
  query<{ portalId: string; since: Date }>(FAILING, [portalId], 'feed-failing');

/**
 * Switches off portals that have had nothing but failures for 120 h.
 * @param portalId which one; `null` for all, since a portal whose deliveries were given up is no longer tried
 */
export async function disableIfFailing(
  { strapi, store }: Delivery,
  portalId: string | null,
  now: Date,
): Promise<void> {
  for (const portal of await failing(store.query, portalId)) {
    if (failsTooLong(portal.since, now)) await disablePortal(strapi, portal.portalId, 'failing');
  }
}
