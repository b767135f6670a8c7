-- The second wall: row-level security. The first is the where-clause of every query; this one holds when a query forgets it.
-- The actor is set by SET LOCAL in the transaction; without one nothing shows.
create function current_actor() returns text language sql stable parallel safe
as $$ select nullif(current_setting('causeway.actor', true), '') $$;
--> statement-breakpoint
create function is_system() returns boolean language sql stable parallel safe
as $$ select coalesce(current_actor() in ('system', 'worker'), false) $$;
--> statement-breakpoint
-- Nobody signed in, and whoever is about to sign in, change no request.
create function may_write() returns boolean language sql stable parallel safe
as $$ select coalesce(current_actor() not in ('public', 'signIn'), false) $$;
--> statement-breakpoint
-- What the actor goes by when a row says who may see it. It reads grants with the owner's rights, so that policies on them cannot run in a circle.
create function subjects_of_actor() returns text[] language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  actor text := current_actor();
begin
  if actor is null or actor in ('public', 'signIn') then return '{}'; end if;
  if actor in ('system', 'worker') then return '{all}'; end if;
  return array(
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
end
$$;

--> statement-breakpoint
revoke all on function subjects_of_actor() from public;
--> statement-breakpoint
alter table request_access enable row level security;
--> statement-breakpoint
create policy seen on request_access for select using ('all' = any ((select subjects_of_actor())::text[]) or subject = any ((select subjects_of_actor())::text[]));
--> statement-breakpoint
create policy written on request_access for insert with check ((select may_write()));
--> statement-breakpoint
alter table requests enable row level security;
--> statement-breakpoint
create policy seen on requests for select using ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = requests.request_id and a.subject = any ((select subjects_of_actor())::text[])));
--> statement-breakpoint
create policy written on requests for insert with check ((select may_write()));
--> statement-breakpoint
create policy changed on requests for update using ((select may_write()) and ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = requests.request_id and a.subject = any ((select subjects_of_actor())::text[]))));
--> statement-breakpoint
alter table steps enable row level security;
--> statement-breakpoint
create policy seen on steps for select using ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = steps.request_id and a.subject = any ((select subjects_of_actor())::text[])));
--> statement-breakpoint
create policy written on steps for insert with check ((select may_write()));
--> statement-breakpoint
create policy changed on steps for update using ((select may_write()) and ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = steps.request_id and a.subject = any ((select subjects_of_actor())::text[]))));
--> statement-breakpoint
create policy removed on steps for delete using ((select may_write()) and ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = steps.request_id and a.subject = any ((select subjects_of_actor())::text[]))));
--> statement-breakpoint
alter table requirements enable row level security;
--> statement-breakpoint
create policy seen on requirements for select using ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = requirements.request_id and a.subject = any ((select subjects_of_actor())::text[])));
--> statement-breakpoint
create policy written on requirements for insert with check ((select may_write()));
--> statement-breakpoint
create policy changed on requirements for update using ((select may_write()) and ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = requirements.request_id and a.subject = any ((select subjects_of_actor())::text[]))));
--> statement-breakpoint
create policy removed on requirements for delete using ((select may_write()) and ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = requirements.request_id and a.subject = any ((select subjects_of_actor())::text[]))));
--> statement-breakpoint
alter table movements enable row level security;
--> statement-breakpoint
create policy seen on movements for select using ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = movements.request_id and a.subject = any ((select subjects_of_actor())::text[])));
--> statement-breakpoint
create policy written on movements for insert with check ((select may_write()));
--> statement-breakpoint
alter table documents enable row level security;
--> statement-breakpoint
create policy seen on documents for select using ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = documents.request_id and a.subject = any ((select subjects_of_actor())::text[])));
--> statement-breakpoint
create policy written on documents for insert with check ((select may_write()));
--> statement-breakpoint
alter table heads enable row level security;
--> statement-breakpoint
create policy seen on heads for select using ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = heads.request_id and a.subject = any ((select subjects_of_actor())::text[])));
--> statement-breakpoint
create policy written on heads for insert with check ((select may_write()));
--> statement-breakpoint
create policy changed on heads for update using ((select may_write()) and ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = heads.request_id and a.subject = any ((select subjects_of_actor())::text[]))));
--> statement-breakpoint
alter table events enable row level security;
--> statement-breakpoint
create policy seen on events for select using ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = events.request_id and a.subject = any ((select subjects_of_actor())::text[])));
--> statement-breakpoint
create policy written on events for insert with check ((select may_write()));
--> statement-breakpoint
alter table permits enable row level security;
--> statement-breakpoint
-- A permit can be checked by anybody who holds its number; it names nobody.
--> statement-breakpoint
create policy seen on permits for select using ((select current_actor()) = 'public' or ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = permits.request_id and a.subject = any ((select subjects_of_actor())::text[]))));
--> statement-breakpoint
create policy written on permits for insert with check ((select may_write()));
--> statement-breakpoint
create policy changed on permits for update using ((select may_write()) and ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = permits.request_id and a.subject = any ((select subjects_of_actor())::text[]))));
--> statement-breakpoint
alter table texts enable row level security;
--> statement-breakpoint
create policy seen on texts for select using (('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = texts.request_id and a.subject = any ((select subjects_of_actor())::text[]))) and (readers is null or 'all' = any ((select subjects_of_actor())::text[]) or readers && (select subjects_of_actor())::text[]));
--> statement-breakpoint
create policy written on texts for insert with check ((select may_write()));
--> statement-breakpoint
alter table drafts enable row level security;
--> statement-breakpoint
-- A draft is seen by its requester and team: not by officers, not by auditors.
create policy seen on drafts for select using ((select is_system()) or requester::text = (select current_actor()) or (select current_actor()) = any (team::text[]));
--> statement-breakpoint
create policy written on drafts for insert with check ((select may_write()));
--> statement-breakpoint
create policy changed on drafts for update using ((select is_system()) or requester::text = (select current_actor()) or (select current_actor()) = any (team::text[])) with check ((select may_write()));
--> statement-breakpoint
create policy removed on drafts for delete using ((select is_system()) or requester::text = (select current_actor()) or (select current_actor()) = any (team::text[]));
--> statement-breakpoint
alter table draft_documents enable row level security;
--> statement-breakpoint
create policy seen on draft_documents for select using (exists (select 1 from drafts d where d.request_id = draft_documents.request_id));
--> statement-breakpoint
create policy written on draft_documents for insert with check (exists (select 1 from drafts d where d.request_id = draft_documents.request_id));
--> statement-breakpoint
create policy removed on draft_documents for delete using (exists (select 1 from drafts d where d.request_id = draft_documents.request_id));
--> statement-breakpoint
alter table commands enable row level security;
--> statement-breakpoint
create policy seen on commands for select using ((select is_system()) or actor = (select current_actor()));
--> statement-breakpoint
create policy written on commands for insert with check (actor = (select current_actor()));
--> statement-breakpoint
alter table seal_queue enable row level security;
--> statement-breakpoint
create policy worked on seal_queue for all using ((select is_system())) with check ((select may_write()));
--> statement-breakpoint
alter table outbox enable row level security;
--> statement-breakpoint
create policy worked on outbox for all using ((select is_system())) with check ((select may_write()));
--> statement-breakpoint
alter table document_reads enable row level security;
--> statement-breakpoint
create policy seen on document_reads for select using ('all' = any ((select subjects_of_actor())::text[]) or person::text = (select current_actor()));
--> statement-breakpoint
create policy written on document_reads for insert with check (person::text = (select current_actor()));
--> statement-breakpoint
alter table people enable row level security;
--> statement-breakpoint
create policy seen on people for select using ((select current_actor()) <> 'public');
--> statement-breakpoint
create policy written on people for insert with check ((select may_write()));
--> statement-breakpoint
create policy changed on people for update using ((select is_system()) or id::text = (select current_actor()) or exists (select 1 from grants g join roles r on r.id = g.role where g.person_id::text = (select current_actor()) and 'people.manage' = any (r.permissions) and (g.scope_kind = 'everything' or g.scope_id = people.organisation)));
--> statement-breakpoint
alter table credentials enable row level security;
--> statement-breakpoint
create policy own on credentials for all using ((select current_actor()) in ('signIn', 'system') or person_id::text = (select current_actor())) with check ((select current_actor()) in ('signIn', 'system') or person_id::text = (select current_actor()));
--> statement-breakpoint
alter table sessions enable row level security;
--> statement-breakpoint
create policy own on sessions for all using ((select current_actor()) in ('signIn', 'system') or person_id::text = (select current_actor())) with check ((select current_actor()) in ('signIn', 'system') or person_id::text = (select current_actor()));
--> statement-breakpoint
alter table api_keys enable row level security;
--> statement-breakpoint
create policy own on api_keys for all using ((select current_actor()) in ('signIn', 'system') or person_id::text = (select current_actor())) with check ((select current_actor()) in ('signIn', 'system') or person_id::text = (select current_actor()));
--> statement-breakpoint
alter table password_resets enable row level security;
--> statement-breakpoint
create policy own on password_resets for all using ((select current_actor()) = 'signIn') with check ((select current_actor()) = 'signIn');
--> statement-breakpoint
alter table grants enable row level security;
--> statement-breakpoint
create policy seen on grants for select using ((select current_actor()) <> 'public');
--> statement-breakpoint
create policy written on grants for insert with check ((select may_write()));
--> statement-breakpoint
create policy removed on grants for delete using ((select may_write()));
--> statement-breakpoint
alter table attempts enable row level security;
--> statement-breakpoint
create policy counted on attempts for all using ((select current_actor()) is not null) with check ((select current_actor()) is not null);
