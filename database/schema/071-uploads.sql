-- Whether someone may see a file is looked up by the name in its address, and from the file to what uses it
-- (src/files).
create index if not exists sv_files_hash on files (hash);

do $$
declare
  parts text;
begin
  for parts in
    select table_name from information_schema.columns
     where table_schema = current_schema() and column_name = 'cmp_id'
  loop
    execute format('create index if not exists %I on %I (cmp_id, component_type)', 'sv_' || parts || '_part', parts);
  end loop;
end $$;
