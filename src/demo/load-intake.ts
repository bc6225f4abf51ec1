import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { createAccount } from '../extensions/users-permissions/create-account';
import { findByAddress } from '../extensions/users-permissions/find-account';
import { businessType } from '../listing/listing-types';
import { inTransaction } from '../platform/sql/sql';
import type { IntakeService, NewIntake } from '../plugins/moderation/server/src/contract';

/** What people might tell the desk of a new city: one or two of each kind. */
const TOLD: readonly Pick<NewIntake, 'kind' | 'message' | 'fields' | 'person'>[] = [
  {
    kind: 'illegal',
    message:
      'Auf dem Schaufensterfoto ist ein Zettel zu lesen, der unseren Nachbarn mit vollem Namen beleidigt.',
    fields: { law: '§ 185 StGB', goodFaith: true },
    person: { email: 'klara@leute.example', name: 'Klara Muster' },
  },
  {
    kind: 'terms',
    message: 'Der Text wirbt nur für einen Versandhändler aus einer anderen Stadt.',
    fields: { said: 'fraud' },
  },
  { kind: 'privacy', message: 'Im Text steht meine private Handynummer. Bitte nehmen Sie sie heraus.' },
  { kind: 'accessibility', message: 'Mit der Tastatur komme ich auf der Karte nicht zu diesem Eintrag.' },
  { kind: 'wrong', message: 'Die Telefonnummer ist die von einem Friseur.', fields: { said: 'wrong' } },
  {
    kind: 'closed',
    message: 'Seit Mai geschlossen, die Fenster sind zugeklebt.',
    fields: { said: 'closed' },
  },
  { kind: 'closed', message: 'Hier ist jetzt eine Änderungsschneiderei.' },
  { kind: 'correction', message: 'Der Name schreibt sich ohne „h“.' },
];

const CLAIMANT = { username: 'Mia Muster', email: 'mia@betriebe.example' };

async function claimant(strapi: Core.Strapi): Promise<number> {
  const known = await findByAddress(strapi, CLAIMANT.email);
  if (known) return known.id;
  // Nobody signs in with it.
  const password = randomBytes(24).toString('base64url');
  return (await createAccount(strapi, { ...CLAIMANT, password }, 'de', { confirmed: true })).id;
}

interface Named {
  documentId: string;
  name: string;
}

/** Fills the desk's queue, about the first businesses of the city; does nothing if anything is in it. */
export async function loadIntake(strapi: Core.Strapi): Promise<void> {
  const intake = strapi.plugin('moderation').service<IntakeService>('intake');
  const contentType = businessType(strapi).uid;
  const businesses = (await strapi.db.query(contentType).findMany({
    select: ['documentId', 'name'],
    where: { publishedAt: { $notNull: true }, locale: 'de' },
    orderBy: { documentId: 'asc' },
    limit: TOLD.length + 1,
  })) as Named[];
  const claim = {
    kind: 'claim',
    accountId: await claimant(strapi),
    message: 'Ich führe den Laden seit 2011, siehe Impressum der Website.',
  };
  await inTransaction(strapi, async (sql) => {
    if ((await sql('select from stadtverbund.intake limit 1')).length > 0) return;
    for (const [at, told] of [...TOLD, claim].entries()) {
      const entry = businesses[at % businesses.length];
      if (!entry) return;
      const { documentId, name: title } = entry;
      await intake.take(sql, { contentType, documentId, title, language: 'de', ...told });
    }
  });
}
