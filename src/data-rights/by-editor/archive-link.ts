import { findById } from '#src/extensions/users-permissions/find-account';
import { CATALOGUES } from '#src/languages/index';
import type { LinkPurpose } from '#src/platform/secret-links/index';
import { sqlOf } from '#src/platform/sql/sql';
import { archiveOf } from '../export/archive';
import { archiveName } from '../export/archive-name';

/** A link that an editor gets in the panel, for the archive of an account. */
export const ARCHIVE = 'data-archive';

/** What such a link names: as every link of an account, it begins with the account's id. */
export const archiveSubject = (accountId: number): string => `${accountId}.archive`;

const accountIn = (subject: string): number => Number(subject.split('.')[0]);

/**
 * Hands over the archive of an account, made while it is sent and stored nowhere. By a link, since a browser saves what a
 * form answers as it comes, and holds in memory what a script asks for.
 */
export const archiveLink: LinkPurpose = {
  name: ARCHIVE,
  async show(strapi, { subject }, language) {
    if (!(await findById(sqlOf(strapi), accountIn(subject)))) return undefined;
    const { title, text, label } = CATALOGUES[language].dataRights.exportLink;
    return { title, text, actions: [{ name: 'download', label }] };
  },
  actions: {},
  files: {
    async download(strapi, { subject }, language) {
      if (!(await findById(sqlOf(strapi), accountIn(subject)))) return undefined;
      const now = new Date();
      return {
        name: archiveName(now, 'zip'),
        type: 'application/zip',
        content: await archiveOf(strapi, accountIn(subject), language, now),
      };
    },
  },
};
