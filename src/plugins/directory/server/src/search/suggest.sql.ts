import type { FacetTables } from './search.sql';
import { namedStatement } from './statements';
import type { Statement } from './read-pool';

/** What a citizen may be about to type. */
export interface SuggestionRow {
  readonly kind: 'category' | 'district' | 'listing' | 'word';
  readonly text: string;
  readonly type: string | null;
  readonly slug: string | null;
  readonly document_id: string | null;
}

// Words stay until the night after their last listing was withdrawn, so those that nothing public contains any more are
// skipped.
const LOOKED_AT = 12;

const termSql = (kind: 'category' | 'district', table: string, used: string): string => `
  (select '${kind}' as kind, t.name as text, null as type, t.slug as slug, null as document_id,
      case when folded like $2 || '%' then 0 else 1 end as place
    from (select name, slug, stadtverbund.fold(name) as folded from public."${table}"
      where locale = $1 and slug is not null) t
    where (folded like $2 || '%' or folded like '% ' || $2 || '%') and ${used}
    order by place, t.name limit 4)`;

/**
 * $1 locale, $2 what was typed, folded: letters, digits and single spaces, so it needs no escaping; $3 its last word,
 * $4 now. Categories and districts that find something, then listings whose name begins with it, those that contain it,
 * and words.
 */
export function suggestStatement(tables: FacetTables): Statement {
  const visible = `l.locale = $1 and (l.public_until is null or l.public_until > $4::timestamptz)`;
  const text = `
  select kind, text, type, slug, document_id from (
    ${termSql('category', tables.category, `exists (select from stadtverbund.listing l where l.categories && array[t.slug::text] and ${visible})`)}
    union all
    ${termSql('district', tables.district, `exists (select from stadtverbund.listing l where l.district = t.slug and ${visible})`)}
    union all
    (select 'listing', l.name, l.type, l.slug, l.document_id, 2
      from stadtverbund.listing l
      where ${visible} and l.sort_name collate "C" >= $2 and l.sort_name collate "C" < $2 || chr(1114109)
      order by l.sort_name collate "C", l.document_id limit 6)
    union all
    (select 'listing', l.name, l.type, l.slug, l.document_id, 3
      from stadtverbund.listing l
      where ${visible} and length($2) >= 3 and l.sort_name like '% ' || $2 || '%' and not starts_with(l.sort_name, $2)
      order by l.sort_name collate "C", l.document_id limit 6)
    union all
    (select 'word', w.shown, null, null, null, 4
      from (select * from stadtverbund.listing_word
        where locale = $1 and word like $3 || '%' and word <> $3
        order by length(word), word limit ${LOOKED_AT}) w
      where exists (select from stadtverbund.listing l
        where ${visible} and l.search @@ to_tsquery('simple', quote_literal(stadtverbund.query_word(w.word))))
      order by length(w.word), w.word limit 4)
  ) s order by place, kind, length(text), text limit 20`;
  return namedStatement('suggest', text);
}
