-- Whether a row may be seen is looked up for that row. `offset 0` keeps the planner from first gathering every request
-- that the actor may see, which for an auditor of a jurisdiction is nearly all of them.
do $$
declare
  t text;
  visible constant text := $sql$ 'all' = any ((select subjects_of_actor())::text[])
    or exists (select 1 from request_access a where a.request_id = %1$I.request_id and a.subject = any ((select subjects_of_actor())::text[]) offset 0) $sql$;
begin
  foreach t in array array['requests', 'steps', 'requirements', 'movements', 'documents', 'heads', 'events'] loop
    execute format('alter policy seen on %1$I using (' || visible || ')', t);
  end loop;
  execute format('alter policy seen on %1$I using ((select current_actor()) = ''public'' or ' || visible || ')', 'permits');
  execute format('alter policy seen on %1$I using ((' || visible || ') and (readers is null or ''all'' = any ((select subjects_of_actor())::text[]) or readers && (select subjects_of_actor())::text[]))', 'texts');
end $$;
