import DataLoader from 'dataloader';
import type { Core } from '@strapi/strapi';
import { derivedValues } from '#src/listing/derived/index';
import { loadComponents, loadFiles, type Entity, type Place } from './load-rows';
import { relationQuery, type Arguments, type RelationQuery } from './relation-query';

/** A nested field of one row, and the query for it. */
interface Wanted {
  id: number;
  field: string;
  query: RelationQuery;
}

/** Rows of another type that belong to a row. */
interface Belonging {
  readonly uid: string;
  /** The relation to the row that they belong to */
  readonly relation: string;
  readonly owner: number;
}

type Derived = Readonly<Record<string, unknown>>;

// All rows of a list reach their resolvers in one turn of the event loop; what they need is read at its end.
const batchScheduleFn = (flush: () => void): void => void setImmediate(flush);

const UNCACHED = { cache: false, batchScheduleFn } as const;

/** Reads the nested data of the rows in one GraphQL request, with one statement per kind instead of one per row. */
export class Loaders {
  private readonly components = new Map<string, DataLoader<Place, Entity[]>>();
  private readonly relations = new Map<string, DataLoader<Wanted, Entity[]>>();
  private readonly owned = new Map<string, DataLoader<number, Entity[]>>();
  private readonly queries = new Map<string, Promise<RelationQuery>>();
  private readonly files: DataLoader<Place, Entity[]>;
  private readonly derived = new Map<string, DataLoader<Entity, Derived>>();

  constructor(
    private readonly strapi: Core.Strapi,
    private readonly auth: unknown,
  ) {
    this.files = new DataLoader((places) => loadFiles(strapi, places), UNCACHED);
  }

  componentsIn(place: Place): Promise<Entity[]> {
    const loader =
      this.components.get(place.uid) ??
      new DataLoader<Place, Entity[]>((places) => loadComponents(this.strapi, places), UNCACHED);
    this.components.set(place.uid, loader);
    return loader.load(place);
  }

  /** The derived values of a row, computed once for all fields. */
  derivedOf(uid: string, row: Entity): Promise<Derived> {
    const loader =
      this.derived.get(uid) ??
      new DataLoader<Entity, Derived>((rows) => derivedValues(this.strapi, uid, rows, new Date()), {
        batchScheduleFn,
      });
    this.derived.set(uid, loader);
    return loader.load(row);
  }

  /** The rows of a type that belong to a row, with the caller's filters, sorting and page. */
  async belonging({ uid, relation, owner }: Belonging, args: Arguments): Promise<Entity[]> {
    const key = `${uid} ${relation} ${JSON.stringify(args)}`;
    const query = this.queries.get(key) ?? relationQuery(this.strapi, uid, args, this.auth);
    this.queries.set(key, query);
    const loader =
      this.owned.get(key) ??
      new DataLoader<number, Entity[]>(
        async (owners) => loadBelonging(this.strapi, { uid, relation, owners }, await query),
        { batchScheduleFn },
      );
    this.owned.set(key, loader);
    return loader.load(owner);
  }

  filesIn(place: Place): Promise<Entity[]> {
    return this.files.load(place);
  }

  /** Rows of a relation, or filtered, sorted or paged components and files. */
  async related(place: Place, target: string, args: Arguments): Promise<Entity[]> {
    const { uid, id, field } = place;
    const key = `${uid} ${field} ${JSON.stringify(args)}`;
    const query = this.queries.get(key) ?? relationQuery(this.strapi, target, args, this.auth);
    this.queries.set(key, query);
    const loader =
      this.relations.get(uid) ??
      new DataLoader<Wanted, Entity[]>((wanted) => loadRelated(this.strapi, uid, wanted), UNCACHED);
    this.relations.set(uid, loader);
    return loader.load({ id, field, query: await query });
  }
}

/** Groups of at most one query per field: a field requested in two ways is read twice. */
function rounds(wanted: readonly Wanted[]): Map<string, RelationQuery>[] {
  const queries = new Map<string, Set<RelationQuery>>();
  for (const { field, query } of wanted) queries.set(field, (queries.get(field) ?? new Set()).add(query));
  const most = Math.max(...[...queries.values()].map(({ size }) => size));
  return Array.from({ length: most }, (_, at) => {
    const round = [...queries].flatMap(([field, asked]) => {
      const query = [...asked][at];
      return query ? [[field, query] as const] : [];
    });
    return new Map(round);
  });
}

async function loadRelated(strapi: Core.Strapi, uid: string, wanted: readonly Wanted[]): Promise<Entity[][]> {
  const results = new Map<RelationQuery, Map<number, Entity[]>>();
  for (const round of rounds(wanted)) {
    const ids = [...new Set(wanted.map(({ id }) => id))];
    const populate = Object.fromEntries([...round].map(([field, query]) => [field, query.populate]));
    const rows = (await strapi.db
      .query(uid)
      .findMany({ select: ['id'], where: { id: { $in: ids } }, populate })) as Entity[];
    for (const [field, query] of round)
      results.set(query, new Map(rows.map((row) => [row.id as number, inPage(query, row[field])])));
  }
  return wanted.map(({ id, query }) => results.get(query)?.get(id) ?? []);
}

interface Owned {
  readonly uid: string;
  readonly relation: string;
  readonly owners: readonly number[];
}

/** One statement for all owners, and one for whom each row belongs to. */
async function loadBelonging(
  strapi: Core.Strapi,
  { uid, relation, owners }: Owned,
  query: RelationQuery,
): Promise<Entity[][]> {
  const { where, ...rest } = query.populate;
  const ofOwners = { [relation]: { id: { $in: [...owners] } } };
  const rows = (await strapi.db.query(uid).findMany({
    ...rest,
    where: { $and: [ofOwners, ...(where ? [where] : [])] },
    populate: { [relation]: { select: ['id'] } },
  })) as Entity[];
  const ownerOf = (row: Entity): unknown => (row[relation] as Entity | null)?.id;
  return owners.map((owner) =>
    inPage(
      query,
      rows.filter((row) => ownerOf(row) === owner),
    ),
  );
}

function inPage({ offset, limit }: RelationQuery, value: unknown): Entity[] {
  if (value == null) return [];
  return Array.isArray(value) ? (value as Entity[]).slice(offset, offset + limit) : [value as Entity];
}
