CREATE TABLE "break_glass" (
	"id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisations" text[] NOT NULL,
	"reason" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "break_glass_request_id_id_pk" PRIMARY KEY("request_id","id"),
	CONSTRAINT "break_glass_time" CHECK (until_at > opened_at and until_at <= opened_at + interval '24 hours')
);
--> statement-breakpoint
CREATE TABLE "read_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"from_at" timestamp (3) with time zone NOT NULL,
	"to_at" timestamp (3) with time zone NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read_seals" (
	"request_id" uuid NOT NULL,
	"read_id" uuid NOT NULL,
	"batch" uuid,
	CONSTRAINT "read_seals_request_id_read_id_pk" PRIMARY KEY("request_id","read_id")
);
--> statement-breakpoint
ALTER TABLE "document_reads" ALTER COLUMN "document_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "hides_officers" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "document_reads" ADD COLUMN "capacity" text;--> statement-breakpoint
ALTER TABLE "document_reads" ADD COLUMN "desk" text;--> statement-breakpoint
ALTER TABLE "document_reads" ADD COLUMN "step_id" text;--> statement-breakpoint
ALTER TABLE "document_reads" ADD COLUMN "access_id" uuid;--> statement-breakpoint
CREATE INDEX "break_glass_person" ON "break_glass" USING btree ("person_id","until_at");--> statement-breakpoint
CREATE INDEX "read_seals_waiting" ON "read_seals" USING btree ("request_id","read_id") WHERE batch is null;--> statement-breakpoint
CREATE INDEX "read_seals_batch" ON "read_seals" USING btree ("batch");--> statement-breakpoint
CREATE INDEX "document_reads_person" ON "document_reads" USING btree ("person","at");--> statement-breakpoint
ALTER TABLE "document_reads" ADD CONSTRAINT "document_reads_capacity" CHECK (capacity in ('requester', 'team', 'desk', 'adviser', 'named', 'controlPoint', 'auditor', 'breakGlass'));
--> statement-breakpoint
-- Readings from before wait for their first batch like new ones.
insert into read_seals (request_id, read_id) select request_id, id from document_reads;
--> statement-breakpoint
alter table break_glass enable row level security;
--> statement-breakpoint
alter table read_batches enable row level security;
--> statement-breakpoint
alter table read_seals enable row level security;
--> statement-breakpoint
-- As before, with the accesses by break-glass that run now.
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
    with staffed as (
      select g.scope_id from grants g where g.person_id = actor::uuid and g.scope_kind = 'desk'
      union
      select g.scope_id from stand_ins s join grants g on g.person_id = s.person_id and g.scope_kind = 'desk'
       where s.stand_in = actor::uuid and not s.ended and (now() at time zone 'Asia/Shanghai')::date between s.from_day and s.until_day
         and (s.desks = '{}' or g.scope_id = any (s.desks))
    )
    select 'person:' || actor
    union
    select 'desk:' || scope_id from staffed
    union
    select 'cp:' || point from staffed join desks d on d.id = scope_id cross join unnest(d.control_points) point
    union
    select case g.scope_kind when 'everything' then 'all' when 'organisation' then 'audit:org:' || g.scope_id else 'audit:jur:' || g.scope_id end
      from grants g join roles r on r.id = g.role
      where g.person_id = actor::uuid and 'audit.search' = any (r.permissions) and g.scope_kind <> 'desk'
    union
    select 'glass:' || b.id from break_glass b where b.person_id = actor::uuid and b.ended_at is null and b.until_at > now()
  );
  perform set_config('causeway.subjects', actor || ' ' || found::text, true);
  return found;
end
$$;
--> statement-breakpoint
-- The names under which an actor does more than read one request: what was opened by break-glass writes nothing and opens nothing else.
create function acting_subjects() returns text[] language sql stable
as $$ select array(select one from unnest(subjects_of_actor()) one where not starts_with(one, 'glass:')) $$;
--> statement-breakpoint
do $$
declare p record;
begin
  for p in select * from pg_policies where schemaname = 'public' and cmd in ('INSERT', 'UPDATE', 'DELETE') and coalesce(qual, '') || coalesce(with_check, '') like '%subjects_of_actor()%' loop
    execute format('alter policy %I on %I', p.policyname, p.tablename)
      || coalesce(' using (' || replace(p.qual, 'subjects_of_actor()', 'acting_subjects()') || ')', '')
      || coalesce(' with check (' || replace(p.with_check, 'subjects_of_actor()', 'acting_subjects()') || ')', '');
  end loop;
  execute replace(pg_get_functiondef('may_let_in(uuid)'::regprocedure), 'subjects_of_actor()', 'acting_subjects()');
  execute replace(pg_get_functiondef('sees_dossier(uuid)'::regprocedure), 'subjects_of_actor()', 'acting_subjects()');
  execute replace(pg_get_functiondef('sees_account(uuid)'::regprocedure), 'subjects_of_actor()', 'acting_subjects()');
end $$;
--> statement-breakpoint
-- That a request was opened is for whoever sees the request to know, for whoever opened it, and for the administrators of its organisations.
create policy seen on break_glass for select using ('all' = any ((select subjects_of_actor())::text[]) or (select current_actor()) = 'signIn' or person_id::text = (select current_actor())
  or exists (select 1 from request_access a where a.request_id = break_glass.request_id and a.subject = any ((select acting_subjects())::text[]) offset 0)
  or exists (select 1 from grants g join roles r on r.id = g.role where g.person_id::text = (select current_actor()) and g.scope_kind = 'organisation' and g.scope_id = any (break_glass.organisations) and 'people.manage' = any (r.permissions) offset 0));
--> statement-breakpoint
create policy written on break_glass for insert with check ((select is_system()));
--> statement-breakpoint
create policy changed on break_glass for update using ((select is_system()));
--> statement-breakpoint
create policy seen on read_batches for select using ('all' = any ((select subjects_of_actor())::text[]));
--> statement-breakpoint
create policy written on read_batches for insert with check ((select is_system()));
--> statement-breakpoint
create policy seen on read_seals for select using ((select is_system()));
--> statement-breakpoint
create policy written on read_seals for insert with check ((select may_write()) and batch is null);
--> statement-breakpoint
create policy changed on read_seals for update using ((select is_system()) and batch is null) with check ((select is_system()));
