import type { Core } from '@strapi/strapi';
import { linkedAccount } from '#src/extensions/users-permissions/links/linked-account';
import { CATALOGUES } from '#src/languages/index';
import type { Link, LinkPurpose } from '#src/platform/secret-links/index';
import { sqlOf } from '#src/platform/sql/sql';
import { inWords, sizeInWords } from '../domain/in-words';
import { exportById, fileOf, type Export } from './exports';
import { EXPORT } from './names';

async function linkedExport(strapi: Core.Strapi, { subject }: Link): Promise<Export | undefined> {
  const sql = sqlOf(strapi);
  const [account = '', id = ''] = subject.split('/');
  return (await linkedAccount(sql, account, 'address')) && exportById(sql, id);
}

/** Hands over the export of an account. */
export const exportLink: LinkPurpose = {
  name: EXPORT,
  async show(strapi, link, language) {
    const stored = await linkedExport(strapi, link);
    if (!stored) return undefined;
    const { title, text, size, until, label } = CATALOGUES[language].dataRights.exportLink;
    return {
      title,
      text,
      facts: [
        { label: size, value: sizeInWords(stored.bytes, language) },
        { label: until, value: inWords(stored.endsAt, language) },
      ],
      actions: [{ name: 'download', label }],
    };
  },
  actions: {},
  files: {
    async download(strapi, link) {
      const stored = await linkedExport(strapi, link);
      return stored && fileOf(strapi, stored);
    },
  },
};
