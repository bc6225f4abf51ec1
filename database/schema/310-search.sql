-- Functions for the directory's search (src/plugins/directory). All immutable: for the words of one query they are
-- constants, computed once before the statement is planned.

-- A word reduced to what may stand between quotes in a tsquery.
create or replace function stadtverbund.query_word(word text) returns text
  language sql immutable strict parallel safe
  as $$
    select trim(translate(stadtverbund.searchable(word), $c$'"\:*&|!()<>$c$, ''))
  $$;

-- One word, or synonyms separated by "|": matches its stem or the word itself, with the weights in `suffix` (`:A`);
-- with a `*` also anything that begins with the first. The written form is included because "Ladestation" begins with
-- the stem of "Laden".
create or replace function stadtverbund.word_query(locale text, word text, suffix text) returns tsquery
  language plpgsql immutable strict parallel safe
  as $$
    declare
      config regconfig := stadtverbund.search_config(locale);
      weights text := replace(suffix, '*', '');
      asked text;
      -- Too many words begin with any single letter.
      first_suffix text := case when length(split_part(word, '|', 1)) < 2 then weights else suffix end;
      found tsquery := ''::tsquery;
    begin
      for asked in select stadtverbund.query_word(part) from regexp_split_to_table(word, '\|') part loop
        if asked <> '' then
          found := found || to_tsquery('simple', quote_literal(asked) || first_suffix);
          -- A stop word has no stem.
          if to_tsvector(config, asked) <> ''::tsvector then
            found := found || to_tsquery(config, quote_literal(asked) || weights);
          end if;
        end if;
        -- Synonyms do not count in names.
        exit when weights like '%A%';
        first_suffix := weights;
      end loop;
      return found;
    end
  $$;

-- All words, the last one possibly unfinished. Stop words count only if there is nothing else ("Das Da").
create or replace function stadtverbund.search_query(locale text, words text[], unfinished boolean) returns tsquery
  language plpgsql immutable strict parallel safe
  as $$
    declare
      config regconfig := stadtverbund.search_config(locale);
      last integer := cardinality(words);
      everything tsquery := ''::tsquery;
      meaningful tsquery := ''::tsquery;
      word tsquery;
    begin
      for at in 1 .. last loop
        word := stadtverbund.word_query(locale, words[at], case when unfinished and at = last then ':*' else '' end);
        everything := everything && word;
        if to_tsvector(config, stadtverbund.query_word(split_part(words[at], '|', 1))) <> ''::tsvector then
          meaningful := meaningful && word;
        end if;
      end loop;
      return case when numnode(meaningful) > 0 then meaningful else everything end;
    end
  $$;

-- Any of the words, and anything that begins with their stems; used if all words together find nothing.
create or replace function stadtverbund.any_query(locale text, words text[]) returns tsquery
  language plpgsql immutable strict parallel safe
  as $$
    declare
      config regconfig := stadtverbund.search_config(locale);
      word text;
      asked text;
      found tsquery := ''::tsquery;
    begin
      foreach word in array words loop
        asked := stadtverbund.query_word(split_part(word, '|', 1));
        -- Stop words are in every text.
        if to_tsvector(config, asked) <> ''::tsvector then
          found := found || stadtverbund.word_query(locale, word, ':*');
          if length(asked) >= 5 then
            found := found || to_tsquery(config, quote_literal(asked) || ':*');
          end if;
        end if;
      end loop;
      return found;
    end
  $$;

-- When it next opens or closes after a moment; null if that is not known to happen before `horizon`. Most change within
-- days, and looking there first takes a fifth of the work. Stable, like sums of moments and intervals, so it can be
-- inlined.
drop function if exists stadtverbund.next_change(tstzmultirange, timestamptz, timestamptz);
create function stadtverbund.next_change(open tstzmultirange, at timestamptz, horizon timestamptz)
  returns timestamptz
  language sql stable parallel safe
  as $$
    select case
      when at >= horizon then null
      when open @> at then coalesce(
        lower(tstzmultirange(tstzrange(at, least(at + interval '4 days', horizon))) - open),
        lower(tstzmultirange(tstzrange(at, horizon)) - open))
      else coalesce(
        lower(open * tstzmultirange(tstzrange(at, least(at + interval '4 days', horizon)))),
        lower(open * tstzmultirange(tstzrange(at, horizon))))
    end
  $$;

-- The next moment at which a listing stops being public with time alone is looked up for every answer.
create index if not exists listing_public_until on stadtverbund.listing (public_until) where public_until is not null;
