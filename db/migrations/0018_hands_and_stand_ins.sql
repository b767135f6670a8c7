CREATE TABLE "stand_ins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"stand_in" uuid NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date NOT NULL,
	"desks" text[] NOT NULL,
	"reason" text,
	"ended" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"request_id" uuid NOT NULL,
	"referral_id" text NOT NULL,
	"step_id" text NOT NULL,
	"person" uuid NOT NULL,
	"by" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"due" date,
	"status" text NOT NULL,
	CONSTRAINT "referrals_request_id_referral_id_pk" PRIMARY KEY("request_id","referral_id"),
	CONSTRAINT "referrals_status" CHECK (status in ('open', 'answered', 'replaced', 'dropped'))
);
--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "allot" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "speaks" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "skills" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "holder" uuid;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "allot" text;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "keeps" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "tell_on" date;--> statement-breakpoint
CREATE INDEX "stand_ins_stand_in" ON "stand_ins" USING btree ("stand_in");--> statement-breakpoint
CREATE INDEX "stand_ins_person" ON "stand_ins" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "referrals_person" ON "referrals" USING btree ("person","status");--> statement-breakpoint
CREATE INDEX "steps_holder" ON "steps" USING btree ("holder","status");--> statement-breakpoint
CREATE INDEX "steps_tell" ON "steps" USING btree ("tell_on") WHERE "steps"."status" = 'open';--> statement-breakpoint
alter table referrals enable row level security;
--> statement-breakpoint
create policy seen on referrals for select using ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = referrals.request_id and a.subject = any ((select subjects_of_actor())::text[]) offset 0));
--> statement-breakpoint
create policy written on referrals for insert with check ((select is_system())
  or exists (select 1 from request_access a where a.request_id = referrals.request_id and a.subject = any ((select subjects_of_actor())::text[])));
--> statement-breakpoint
create policy changed on referrals for update using ((select may_write()) and ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = referrals.request_id and a.subject = any ((select subjects_of_actor())::text[]))));
--> statement-breakpoint
create policy removed on referrals for delete using ((select may_write()) and ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = referrals.request_id and a.subject = any ((select subjects_of_actor())::text[]))));
--> statement-breakpoint
-- Who is away and who stands in is for everybody who signs in to know; whose rights somebody has is read before they are.
alter table stand_ins enable row level security;
--> statement-breakpoint
create policy seen on stand_ins for select using ((select current_actor()) <> 'public');
--> statement-breakpoint
create policy written on stand_ins for insert with check ((select is_system()));
--> statement-breakpoint
create policy changed on stand_ins for update using ((select is_system()));
--> statement-breakpoint
-- As before, with the desks of those whom the actor stands in for today.
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
  );
  perform set_config('causeway.subjects', actor || ' ' || found::text, true);
  return found;
end
$$;
