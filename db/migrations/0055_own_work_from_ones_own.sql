-- As in 0052, but from the asker's own requests: to find the few of somebody who has few, all were gone through in the order in which they changed.
create or replace function own_work(under_way text[], ended text[], since timestamptz, most int) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp set max_parallel_workers_per_gather = 0
as $$
declare
  own text := 'person:' || current_actor();
  few constant int := 1000;
  looked int := few;
  found uuid[];
begin
  return query select r.request_id from (select r.request_id, r.changed_at from obligations o join request_access a on a.request_id = o.request_id and a.subject = own join requests r on r.request_id = o.request_id
    where o.kind <> 'keepPapers' and o.due_on < (now() at time zone 'Asia/Shanghai')::date and r.status = any (under_way || ended)
      and not exists (select 1 from requirements f where f.request_id = o.request_id and f.requirement_id = o.requirement_id and f.status = 'filed')
    group by r.request_id offset 0) r order by r.changed_at desc limit most;
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
  return query select r.request_id from (select r.request_id, r.status, r.changed_at from request_access a join requests r on r.request_id = a.request_id where a.subject = own offset 0) r
    where r.status = any (under_way) or r.status = any (ended) and r.changed_at >= since order by r.changed_at desc limit most;
end
$$;
