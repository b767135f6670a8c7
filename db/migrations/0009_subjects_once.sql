-- A policy asks this four times a statement, and a page has twenty statements: what was found is kept until the
-- transaction ends, under the actor's name. Whoever could forge it here could as well have set another actor.
create or replace function subjects_of_actor() returns text[] language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  actor text := current_actor();
  kept text := current_setting('causeway.subjects', true);
  found text[];
begin
  if actor is null or actor in ('public', 'signIn') then return '{}'; end if;
  if actor in ('system', 'worker') then return '{all}'; end if;
  if starts_with(kept, actor || ' ') then return substr(kept, length(actor) + 2)::text[]; end if;
  found := array(
    select 'person:' || actor
    union
    select 'desk:' || g.scope_id from grants g where g.person_id = actor::uuid and g.scope_kind = 'desk'
    union
    select 'cp:' || point from grants g join desks d on d.id = g.scope_id cross join unnest(d.control_points) point
      where g.person_id = actor::uuid and g.scope_kind = 'desk'
    union
    select case g.scope_kind when 'everything' then 'all' when 'organisation' then 'audit:org:' || g.scope_id else 'audit:jur:' || g.scope_id end
      from grants g join roles r on r.id = g.role
      where g.person_id = actor::uuid and 'audit.search' = any (r.permissions) and g.scope_kind <> 'desk'
  );
  perform set_config('causeway.subjects', actor || ' ' || found::text, true);
  return found;
end
$$;
