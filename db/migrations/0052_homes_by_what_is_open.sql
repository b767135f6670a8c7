DROP INDEX "steps_assignee";--> statement-breakpoint
DROP INDEX "steps_holder";--> statement-breakpoint
CREATE INDEX "obligations_due" ON "obligations" USING btree ("due_on") WHERE kind <> 'keepPapers';--> statement-breakpoint
CREATE INDEX "requests_changed" ON "requests" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "steps_assignee_due" ON "steps" USING btree ("assignee",coalesce("due_on", '9999-12-31'::date),"since","request_id","step_id" collate "C") WHERE "steps"."status" = 'open' and "steps"."assignee" is not null;--> statement-breakpoint
CREATE INDEX "steps_assignee" ON "steps" USING btree ("assignee") WHERE "steps"."status" = 'open' or "steps"."outcome" = 'returned';--> statement-breakpoint
CREATE INDEX "steps_holder" ON "steps" USING btree ("holder") WHERE "steps"."status" = 'open' or "steps"."outcome" = 'returned';
--> statement-breakpoint
-- Which of the asker's own requests a home page shows: those that are late, and those that changed last; of each the newest `most`. Whoever has a great many takes part in so much of what
-- happens that theirs are among what changed last; of all of theirs each would be looked up, and the policies ask for each once more. What comes out is read under the policies.
create function own_work(under_way text[], ended text[], since timestamptz, most int) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp set max_parallel_workers_per_gather = 0
as $$
declare
  own text := 'person:' || current_actor();
  few constant int := 1000;
  looked int := few;
  found uuid[];
begin
  return query select r.request_id from obligations o join request_access a on a.request_id = o.request_id and a.subject = own join requests r on r.request_id = o.request_id
    where o.kind <> 'keepPapers' and o.due_on < (now() at time zone 'Asia/Shanghai')::date and r.status = any (under_way || ended)
      and not exists (select 1 from requirements f where f.request_id = o.request_id and f.requirement_id = o.requirement_id and f.status = 'filed')
    group by r.request_id order by r.changed_at desc limit most;
  if (select count(*) from (select 1 from request_access a where a.subject = own limit few + 1) part) > few then
    while looked <= 16 * few loop
      select array_agg(r.request_id) into found from (
        select r.request_id from (select r.request_id, r.status, r.changed_at from requests r order by r.changed_at desc limit looked) r
          where (r.status = any (under_way) or r.status = any (ended) and r.changed_at >= since) and exists (select 1 from request_access a where a.request_id = r.request_id and a.subject = own)
          order by r.changed_at desc limit most) r;
      if cardinality(found) = most then
        return query select unnest(found);
        return;
      end if;
      looked := looked * 4;
    end loop;
  end if;
  return query select r.request_id from requests r join request_access a on a.request_id = r.request_id and a.subject = own
    where r.status = any (under_way) or r.status = any (ended) and r.changed_at >= since order by r.changed_at desc limit most;
end
$$;
--> statement-breakpoint
revoke all on function own_work(text[], text[], timestamptz, int) from public;
