import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { toAccount } from '#src/extensions/users-permissions/links/to-account';
import { CATALOGUES } from '#src/languages/index';
import type { Language } from '#src/languages/language';
import { pageAddress } from '#src/platform/pages/pages';
import { readPerson } from '#src/platform/people/people';
import { erasePerson, eraseSome, type FoundData } from '#src/platform/personal-data/index';
import { refused } from '#src/platform/refusals/refusal';
import type { Link, LinkButton, LinkPurpose, LinkSection, LinkView } from '#src/platform/secret-links/index';
import { sqlOf, type Sql } from '#src/platform/sql/sql';
import { writeAs } from '#src/writing/origin';
import { shortName, shownRow } from '../domain/shown-rows';
import { archiveName } from '../export/archive-name';
import { asJson } from '../export/as-json';
import { noteRequest } from '../request-log';
import { knownOf, type Known } from './known-of';
import { OWN_DATA, OWN_DATA_PAGE } from './names';

// Of each kind; all of them are in the file.
const MOST_SHOWN = 20;

const wordsOf = (language: Language) => CATALOGUES[language].dataRights.ownDataLink;

/** The address that a link was mailed to; `undefined` once it is erased. */
async function addressOf(sql: Sql, { subject }: Link): Promise<string | undefined> {
  return (await readPerson(sql, subject))?.email;
}

const sectionOf = ({ name, what, rows }: FoundData, { erasable }: Known, language: Language): LinkSection => {
  const words = wordsOf(language);
  const further = rows.length - MOST_SHOWN;
  const text = [
    ...(erasable.has(name) ? [] : [words.notErased]),
    ...(further > 0 ? [words.further(further)] : []),
  ];
  return {
    title: shortName(what[language]),
    ...(text.length > 0 ? { text } : {}),
    entries: rows.slice(0, MOST_SHOWN).map((row) => shownRow(row, language)),
  };
};

function buttonsFor({ found, erasable }: Known, language: Language): LinkButton[] {
  const words = wordsOf(language);
  const confirm = { name: 'confirm', label: words.confirm, type: 'checkbox', required: true } as const;
  const kinds = found
    .filter(({ name }) => erasable.has(name))
    .map(({ name, what }) => ({ name, label: shortName(what[language]), type: 'checkbox' }) as const);
  const erase = { name: 'erase', label: words.erase, kind: 'danger', fields: [...kinds, confirm] } as const;
  const eraseAll = { name: 'erase-all', label: words.eraseAll, kind: 'danger', fields: [confirm] } as const;
  return [
    { name: 'json', label: words.download },
    ...(kinds.length > 1 ? [erase] : []),
    ...(kinds.length > 0 ? [eraseAll] : []),
  ];
}

function nothingView(strapi: Core.Strapi, language: Language): LinkView {
  const { nothing, nothingText, again } = wordsOf(language);
  return {
    title: nothing,
    text: nothingText,
    actions: [],
    next: { label: again, url: pageAddress(strapi, OWN_DATA_PAGE, language) },
  };
}

function viewOf(strapi: Core.Strapi, email: string, known: Known, language: Language): LinkView {
  const words = wordsOf(language);
  const { found, hasAccount } = known;
  return {
    title: words.title,
    text: [
      found.length > 0 ? words.text(email) : words.onlyAccount(email),
      ...(hasAccount ? [words.account] : []),
    ],
    sections: found.map((data) => sectionOf(data, known, language)),
    actions: found.length > 0 ? buttonsFor(known, language) : [],
    ...(hasAccount ? toAccount(strapi, language) : {}),
  };
}

/** The same after something was done, and in the answer that is stored with the link: nothing of the person. */
const doneView = (strapi: Core.Strapi, language: Language, title: string): LinkView => {
  const { doneText, again } = wordsOf(language);
  return {
    title,
    text: doneText,
    actions: [],
    next: { label: again, url: pageAddress(strapi, OWN_DATA_PAGE, language) },
  };
};

const confirmed = z.strictObject({ confirm: z.string({ error: 'confirmation-missing' }) });
const chosen = z.object({ confirm: z.string({ error: 'confirmation-missing' }) }).catchall(z.string());

async function heldAddress(sql: Sql, link: Link): Promise<string> {
  const email = await addressOf(sql, link);
  if (email === undefined) throw refused('link-unknown');
  return email;
}

/** Shows somebody what is known of their address, hands it over as a file, and erases it. */
export const ownDataLink: LinkPurpose = {
  name: OWN_DATA,
  async show(strapi, link, language) {
    const email = await addressOf(sqlOf(strapi), link);
    if (email === undefined) return nothingView(strapi, language);
    const known = await knownOf(strapi, email);
    if (known.found.length === 0 && !known.hasAccount) return nothingView(strapi, language);
    return viewOf(strapi, email, known, language);
  },
  files: {
    async json(strapi, link, language) {
      const email = await addressOf(sqlOf(strapi), link);
      if (email === undefined) return undefined;
      const now = new Date();
      const { found } = await knownOf(strapi, email);
      return {
        name: archiveName(now, 'json'),
        type: 'application/json; charset=utf-8',
        content: asJson(found, language, now),
      };
    },
  },
  actions: {
    erase: {
      fields: chosen,
      async run(strapi, sql, link, { confirm: _confirm, ...kinds }: z.infer<typeof chosen>, language) {
        const names = Object.keys(kinds);
        if (names.length === 0) throw refused('nothing-chosen');
        const email = await heldAddress(sql, link);
        await writeAs(strapi, 'system', () => eraseSome(strapi, sql, { email }, 'own-request', names));
        await noteRequest(sql, { what: 'erasure', whose: 'address' });
        return doneView(strapi, language, wordsOf(language).doneSome);
      },
    },
    'erase-all': {
      fields: confirmed,
      async run(strapi, sql, link, _input, language) {
        const email = await heldAddress(sql, link);
        await writeAs(strapi, 'system', () => erasePerson(strapi, sql, { email }, 'own-request'));
        await noteRequest(sql, { what: 'erasure', whose: 'address' });
        return doneView(strapi, language, wordsOf(language).doneAll);
      },
    },
  },
};
