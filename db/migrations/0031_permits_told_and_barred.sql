ALTER TABLE "permits" ADD COLUMN "tell_on" date;--> statement-breakpoint
-- What holds is told of before its end, but for what its own terms left no time for when they were given.
update permits p set tell_on = (
  select min(p.valid_until - days) from unnest(array[60, 30, 7]) days
   where p.valid_until - days > (select max((e.at at time zone 'Asia/Shanghai')::date) from events e where e.request_id = p.request_id and e.type in ('permit.issued', 'permit.amended'))
) where status in ('valid', 'suspended');--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "barred" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "barred_until" date;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "waits_for_quota" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "permits_tell" ON "permits" USING btree ("tell_on") WHERE tell_on is not null;--> statement-breakpoint
CREATE INDEX "requests_barred" ON "requests" USING gin ("barred") WHERE barred_until is not null;--> statement-breakpoint
CREATE INDEX "steps_waiting" ON "steps" USING btree ("account") WHERE waits_for_quota;--> statement-breakpoint
-- Which of some people a revocation keeps from requests of a kind and institution on a day. Whoever submits, or takes something across, may not
-- see the revoked request: its number and the day are all that leaves.
create function bars_on(people uuid[], of_kind text, from_home text, on_day date) returns table (person uuid, number text, until date)
language sql stable security definer set search_path = public, pg_temp
as $$
  select person, r.number, r.barred_until from requests r cross join unnest(r.barred) person
   where r.barred && people and r.barred_until >= on_day and r.kind = of_kind and r.home = from_home and person = any (people)
   order by r.barred_until desc, r.number
$$;
--> statement-breakpoint
revoke all on function bars_on(uuid[], text, text, date) from public;
