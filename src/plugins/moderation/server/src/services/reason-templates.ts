import type { Core } from '@strapi/strapi';
import { inTransaction } from '#src/publication/index';
import { reasonSeed } from '../domain/reason-seed';
import type { ReasonTemplate } from '../panel-contract';
import type { ReasonTemplateBody } from '../validation/requests';

interface Row {
  id: number;
  action: ReasonTemplate['action'];
  name: string;
  texts: string;
  position: number;
}

const templateOf = ({ texts, ...rest }: Row): ReasonTemplate => ({
  ...rest,
  texts: JSON.parse(texts) as ReasonTemplate['texts'],
});

const COLUMNS = 'id, action, name, texts::text as texts, position';
const LIST = `select ${COLUMNS} from stadtverbund.reason_template order by action, position, id`;
const INSERT = `insert into stadtverbund.reason_template (action, name, texts, position)
  values (:action, :name, cast(:texts as jsonb), :position) returning ${COLUMNS}`;
const UPDATE = `update stadtverbund.reason_template set action = :action, name = :name,
  texts = cast(:texts as jsonb), position = :position, updated_at = now() where id = :id returning ${COLUMNS}`;
const DELETE = `delete from stadtverbund.reason_template where id = ? returning id`;

const boundOf = (body: ReasonTemplateBody) => ({ ...body, texts: JSON.stringify(body.texts) });

export async function listReasons(strapi: Core.Strapi): Promise<ReasonTemplate[]> {
  const rows = await inTransaction(strapi, (sql) => sql<Row>(LIST));
  return rows.map(templateOf);
}

export async function createReason(strapi: Core.Strapi, body: ReasonTemplateBody): Promise<ReasonTemplate> {
  const rows = await inTransaction(strapi, (sql) => sql<Row>(INSERT, boundOf(body)));
  if (!rows[0]) throw new Error('The reason template was not stored.');
  return templateOf(rows[0]);
}

/** @returns `undefined` if there is none with this id */
export async function updateReason(
  strapi: Core.Strapi,
  id: number,
  body: ReasonTemplateBody,
): Promise<ReasonTemplate | undefined> {
  const rows = await inTransaction(strapi, (sql) => sql<Row>(UPDATE, { ...boundOf(body), id }));
  return rows[0] && templateOf(rows[0]);
}

export async function deleteReason(strapi: Core.Strapi, id: number): Promise<boolean> {
  const rows = await inTransaction(strapi, (sql) => sql(DELETE, [id]));
  return rows.length > 0;
}

/**
 * Gives a new installation its initial reasons. Afterwards they belong to the editors, and deleted ones do not return.
 */
export async function seedReasons(strapi: Core.Strapi): Promise<void> {
  const memory = strapi.store({ type: 'plugin', name: 'moderation' });
  if (await memory.get({ key: 'reasons-seeded' })) return;
  for (const reason of reasonSeed()) await createReason(strapi, reason);
  await memory.set({ key: 'reasons-seeded', value: true });
}
