-- What was opened by break-glass is seen only as long as whoever opened it may still open it: in an account in use, with the permission over the request.
create function glass_holds(of_request uuid, asked uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (
    select 1 from break_glass b
      join people p on p.id = b.person_id and p.active
      join requests q on q.request_id = b.request_id
      join grants g on g.person_id = b.person_id
      join roles r on r.id = g.role and 'request.breakGlass' = any (r.permissions)
     where b.request_id = of_request and b.id = asked
       and (g.scope_kind = 'everything' or (g.scope_kind = 'organisation' and g.scope_id = any (b.organisations)) or (g.scope_kind = 'jurisdiction' and g.scope_id in (q.from_jurisdiction, q.to_jurisdiction))))
$$;
--> statement-breakpoint
revoke all on function glass_holds(uuid, uuid) from public;
--> statement-breakpoint
do $$
begin
  execute replace(pg_get_functiondef('subjects_of_actor()'::regprocedure), 'b.until_at > now()', 'b.until_at > now() and glass_holds(b.request_id, b.id)');
end $$;
