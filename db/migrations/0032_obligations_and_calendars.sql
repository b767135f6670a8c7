CREATE TABLE "calendar_feeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"desk" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_feeds_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "obligations" (
	"request_id" uuid NOT NULL,
	"obligation_id" text NOT NULL,
	"kind" text NOT NULL,
	"step_id" text,
	"requirement_id" text,
	"due_on" date NOT NULL,
	"tell_on" date,
	CONSTRAINT "obligations_request_id_obligation_id_pk" PRIMARY KEY("request_id","obligation_id"),
	CONSTRAINT "obligations_kind" CHECK (kind in ('return', 'destroy', 'deleteData', 'file', 'report', 'publish', 'shareBack', 'attest', 'keepPapers'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_person" ON "calendar_feeds" USING btree ("person_id") WHERE desk is null;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_desk" ON "calendar_feeds" USING btree ("desk","person_id") WHERE desk is not null;--> statement-breakpoint
CREATE INDEX "obligations_tell" ON "obligations" USING btree ("tell_on") WHERE tell_on is not null;--> statement-breakpoint
alter table obligations enable row level security;
--> statement-breakpoint
create policy seen on obligations for select using ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = obligations.request_id and a.subject = any ((select subjects_of_actor())::text[]) offset 0));
--> statement-breakpoint
create policy written on obligations for insert with check ((select is_system())
  or exists (select 1 from request_access a where a.request_id = obligations.request_id and a.subject = any ((select subjects_of_actor())::text[])));
--> statement-breakpoint
create policy changed on obligations for update using ((select may_write()) and ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = obligations.request_id and a.subject = any ((select subjects_of_actor())::text[]))));
--> statement-breakpoint
create policy removed on obligations for delete using ((select may_write()) and ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = obligations.request_id and a.subject = any ((select subjects_of_actor())::text[]))));
--> statement-breakpoint
-- What a requester has left late on other requests. Whoever may see one of those learns of it there; whoever staffs a desk of the request
-- that is asked about learns its number, what is late and since when, and nothing else.
create function late_obligations(whose uuid, asked uuid, today date) returns table (request uuid, number text, kind text, requirement text, due date)
language sql stable security definer set search_path = public, pg_temp
as $$
  with here as (
    select exists (select 1 from requests q join request_access a on a.request_id = q.request_id
                    where q.request_id = asked and q.requester = whose and starts_with(a.subject, 'desk:') and a.subject = any (subjects_of_actor())) as is_desk
  ), found as (
    select r.request_id, r.number, o.kind, o.requirement_id, o.due_on,
           'all' = any (subjects_of_actor()) or exists (select 1 from request_access a where a.request_id = r.request_id and a.subject = any (subjects_of_actor())) as is_seen
      from request_access p
      join requests r on r.request_id = p.request_id and r.requester = whose and r.request_id <> asked
      join obligations o on o.request_id = r.request_id and o.due_on < today and o.kind <> 'keepPapers'
     where p.subject = 'person:' || whose
  )
  select case when is_seen then request_id end, number, kind, requirement_id, due_on from found, here where is_seen or is_desk
$$;
--> statement-breakpoint
revoke all on function late_obligations(uuid, uuid, date) from public;
--> statement-breakpoint
alter table calendar_feeds enable row level security;
--> statement-breakpoint
-- Made and ended for their people by the system, found by whoever has the link.
create policy own on calendar_feeds for all using ((select current_actor()) in ('signIn', 'system') or person_id::text = (select current_actor())) with check ((select current_actor()) in ('signIn', 'system'));
