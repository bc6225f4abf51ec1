-- Sessions of an account, of the panel or of contributors: the newest fifty that may still be used, and the oldest end.
-- Each log-in and each refresh adds a row, and Strapi removes them only once they are over. Those that were refreshed away
-- tell a token that is used twice (docs/adr/0047): of them the newest thousand stay.
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
create or replace trigger stadtverbund_oldest_sessions after insert on strapi_sessions
  for each row execute function stadtverbund.end_oldest_sessions();
