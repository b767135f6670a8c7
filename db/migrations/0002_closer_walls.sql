-- What belongs to a request is added by whoever sees it, or by whoever holds its draft: the submission that makes it visible.
do $$
declare t text;
begin
  foreach t in array array['requests', 'steps', 'requirements', 'movements', 'documents', 'heads', 'events', 'permits', 'texts'] loop
    execute format('drop policy written on %I', t);
    execute format($policy$
      create policy written on %1$I for insert with check ((select is_system())
        or exists (select 1 from request_access a where a.request_id = %1$I.request_id and a.subject = any ((select subjects_of_actor())::text[]))
        or exists (select 1 from drafts d where d.request_id = %1$I.request_id))
    $policy$, t);
  end loop;
end $$;
--> statement-breakpoint
-- A policy cannot ask its own table; this asks with the owner's rights, and only whether the actor is let in already.
create function may_let_in(request uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$
  select is_system()
    or exists (select 1 from request_access a where a.request_id = request and a.subject = any (subjects_of_actor()))
    or exists (select 1 from drafts d where d.request_id = request and (d.requester::text = current_actor() or current_actor() = any (d.team::text[])))
$$;
--> statement-breakpoint
revoke all on function may_let_in(uuid) from public;
--> statement-breakpoint
drop policy written on request_access;
--> statement-breakpoint
create policy written on request_access for insert with check (may_let_in(request_id));
--> statement-breakpoint
-- An id that was used by somebody else for a command on the same request has to be seen, to be refused.
drop policy seen on commands;
--> statement-breakpoint
create policy seen on commands for select using ((select is_system()) or actor = (select current_actor())
  or exists (select 1 from request_access a where a.request_id = commands.request_id and a.subject = any ((select subjects_of_actor())::text[]))
  or exists (select 1 from drafts d where d.request_id = commands.request_id));
--> statement-breakpoint
-- Roles are given, and people added, by the system, in the name of whoever publish found to be allowed.
drop policy written on grants;
--> statement-breakpoint
drop policy removed on grants;
--> statement-breakpoint
create policy written on grants for insert with check ((select is_system()));
--> statement-breakpoint
create policy removed on grants for delete using ((select is_system()));
--> statement-breakpoint
drop policy written on people;
--> statement-breakpoint
create policy written on people for insert with check ((select is_system()));
--> statement-breakpoint
drop policy changed on people;
--> statement-breakpoint
create policy changed on people for update using ((select is_system()) or id::text = (select current_actor()));
--> statement-breakpoint
-- Reference tables are read by every actor and changed by the system.
do $$
declare t text;
begin
  foreach t in array array['organisations', 'desks', 'roles', 'workflows', 'packs'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy seen on %I for select using ((select current_actor()) is not null)', t);
    execute format('create policy written on %I for insert with check ((select is_system()))', t);
    execute format('create policy changed on %I for update using ((select is_system()))', t);
  end loop;
end $$;
--> statement-breakpoint
-- Ids once used can be added and never read: an insert that changes nothing tells that one is taken.
alter table request_ids enable row level security;
--> statement-breakpoint
create policy written on request_ids for insert with check ((select may_write()));
