-- Sessions of an account, in the panel or of a contributor: the newest fifty active ones are kept and older ones end.
-- Each log-in and each refresh adds a row, and Strapi removes rows only once they have expired. Refreshed sessions
-- reveal a token that is used twice (docs/adr/0047); the newest thousand of them are kept.
create index if not exists sv_sessions_of_user on strapi_sessions (user_id, origin, id);

create or replace function stadtverbund.end_oldest_sessions() returns trigger language plpgsql as $$
begin
  delete from strapi_sessions where id in (
    (select id from strapi_sessions where user_id = new.user_id and origin = new.origin and status = 'active'
      order by id desc offset 50)
    union all
    (select id from strapi_sessions where user_id = new.user_id and origin = new.origin and status <> 'active'
      order by id desc offset 1000));
  return null;
end $$;
select stadtverbund.ensure_trigger('strapi_sessions', 'stadtverbund_oldest_sessions', 'after insert',
  'for each row execute function stadtverbund.end_oldest_sessions()');
