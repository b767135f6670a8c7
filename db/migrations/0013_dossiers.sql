CREATE TABLE "dossier_dependencies" (
	"request_id" uuid NOT NULL,
	"awaits" uuid NOT NULL,
	"dossier_id" uuid NOT NULL,
	"until" text NOT NULL,
	"step" text,
	"reason" text,
	CONSTRAINT "dossier_dependencies_request_id_awaits_pk" PRIMARY KEY("request_id","awaits"),
	CONSTRAINT "dossier_dependencies_until" CHECK (until in ('submitted', 'step', 'approved', 'permit', 'moved')),
	CONSTRAINT "dossier_dependencies_step" CHECK ((until = 'step') = (step is not null))
);
--> statement-breakpoint
CREATE TABLE "dossier_requests" (
	"request_id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"number" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "dossier_requests_role" CHECK (role in ('sample', 'goods', 'carrier', 'traveller', 'data', 'funds', 'related'))
);
--> statement-breakpoint
CREATE TABLE "dossiers" (
	"dossier_id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"title" text,
	"opener" uuid NOT NULL,
	"status" text NOT NULL,
	"version" integer NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dossiers_status" CHECK (status in ('open', 'closed'))
);
--> statement-breakpoint
CREATE INDEX "dossier_dependencies_dossier" ON "dossier_dependencies" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "dossier_dependencies_awaits" ON "dossier_dependencies" USING btree ("awaits");--> statement-breakpoint
CREATE INDEX "dossier_requests_dossier" ON "dossier_requests" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "dossiers_opener" ON "dossiers" USING btree ("opener","dossier_id");--> statement-breakpoint
-- A dossier is seen by whoever opened it and by whoever sees one of its requests, drafts included. These ask with the owner's
-- rights, so that policies on the tables they read cannot run in a circle. A request's own id is no dossier's: they share one space.
create function sees_dossier(asked uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$
  select 'all' = any (subjects_of_actor())
    or exists (select 1 from dossiers d where d.dossier_id = asked and d.opener::text = current_actor())
    or exists (select 1 from dossier_requests m join request_access a on a.request_id = m.request_id where m.dossier_id = asked and a.subject = any (subjects_of_actor()))
    or exists (select 1 from dossier_requests m join drafts d on d.request_id = m.request_id where m.dossier_id = asked and (d.requester::text = current_actor() or current_actor() = any (d.team::text[])))
$$;
--> statement-breakpoint
-- Its people: who opened it, and requesters, teams and endorsers of its requests. Desks and auditors read.
create function keeps_dossier(asked uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$
  select is_system()
    or exists (select 1 from dossiers d where d.dossier_id = asked and d.opener::text = current_actor())
    or exists (select 1 from dossier_requests m join request_access a on a.request_id = m.request_id where m.dossier_id = asked and a.subject = 'person:' || current_actor())
    or exists (select 1 from dossier_requests m join drafts d on d.request_id = m.request_id where m.dossier_id = asked and (d.requester::text = current_actor() or current_actor() = any (d.team::text[])))
$$;
--> statement-breakpoint
-- How far the requests have come that others of a dossier wait for. Whoever sees the dossier must know whether a request of
-- theirs is held back, also by one that they may not see: this tells its status and nothing else of it.
create function dossier_progress(asked uuid) returns table (request_id uuid, awaits uuid, waiting_status text, awaited_status text, step_status text, moved boolean)
language sql stable security definer set search_path = public, pg_temp
as $$
  select w.request_id, w.awaits,
         coalesce(a.status, case when exists (select 1 from drafts d where d.request_id = w.request_id) then 'draft' else 'gone' end),
         coalesce(b.status, case when exists (select 1 from drafts d where d.request_id = w.awaits) then 'draft' else 'gone' end),
         (select case when s.status = 'done' and s.outcome in ('approved', 'approved-with-conditions') then 'done' else 'notYet' end from steps s where s.request_id = w.awaits and s.step_id = w.step),
         exists (select 1 from movements m where m.request_id = w.awaits and m.direction = 'out')
    from dossier_dependencies w
    left join requests a on a.request_id = w.request_id
    left join requests b on b.request_id = w.awaits
   where w.dossier_id = asked and sees_dossier(asked)
$$;
--> statement-breakpoint
revoke all on function sees_dossier(uuid), keeps_dossier(uuid), dossier_progress(uuid) from public;
--> statement-breakpoint
alter table dossiers enable row level security;
--> statement-breakpoint
create policy seen on dossiers for select using (sees_dossier(dossier_id));
--> statement-breakpoint
create policy written on dossiers for insert with check ((select is_system()) or opener::text = (select current_actor()));
--> statement-breakpoint
create policy changed on dossiers for update using (keeps_dossier(dossier_id)) with check (keeps_dossier(dossier_id));
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['dossier_requests', 'dossier_dependencies'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy seen on %I for select using (sees_dossier(dossier_id))', t);
    execute format('create policy written on %I for insert with check (keeps_dossier(dossier_id))', t);
    execute format('create policy removed on %I for delete using (keeps_dossier(dossier_id))', t);
  end loop;
  foreach t in array array['heads', 'events'] loop
    execute format('create policy seen_of_dossier on %I for select using (stream like ''dossier:%%'' and sees_dossier(request_id))', t);
    execute format('create policy written_of_dossier on %I for insert with check (stream like ''dossier:%%'' and keeps_dossier(request_id))', t);
  end loop;
end $$;
--> statement-breakpoint
create policy changed_of_dossier on heads for update using (stream like 'dossier:%' and keeps_dossier(request_id));
--> statement-breakpoint
create policy seen_of_dossier on texts for select using (readers is null and sees_dossier(request_id));
--> statement-breakpoint
create policy written_of_dossier on texts for insert with check (keeps_dossier(request_id));
--> statement-breakpoint
-- An id that was used by somebody else for a command on the same dossier has to be seen, to be refused.
create policy seen_of_dossier on commands for select using (keeps_dossier(request_id));
