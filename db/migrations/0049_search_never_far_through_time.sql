-- An entry as a search finds it.
create type audit_found as (request_id uuid, stream text, seq int, at timestamptz, type text, kind text);
--> statement-breakpoint
drop function audit_walk(tsquery, text[], text, boolean, timestamptz, timestamptz, timestamptz, uuid, int, int);
--> statement-breakpoint
-- Entries that match, newest first, from a place on: those under a condition, or where that is null those of requests that are audited, in their own order. The planner takes what matches for
-- spread evenly over time, and would walk all of it for words that were common long ago, or are common each by itself and rare together. So the next thousand entries are looked through first,
-- and are the answer where they fill the page. Else what they hold tells which way is shorter: further through time, or by the index of words. Of n entries with a share d that match, a page of
-- m is filled after m / d, and the index finds d * n: time is shorter where d * d * n > m. Where the index finds too many to sort before it is known that they must be, time is looked through
-- a little further; nothing walks it to its end.
create function audit_walk(asked tsquery, audits text[], scope text, looks_first boolean, since timestamptz, before timestamptz, after_at timestamptz, after_id uuid, after_seq int, most int) returns setof audit_found
language plpgsql stable set search_path = public, pg_temp
as $$
declare
  columns text := 'select e.request_id, e.stream, e.seq, e.at::timestamptz, e.type, e.kind ';
  place text := case when since is null then '' else ' and e.at >= $2' end
    || case when before is null then '' else ' and e.at < $3' end
    || case when after_at is null then '' else ' and (e.at, e.request_id, e.seq) < ($4, $5, $6)' end;
  ordered text := ' order by e.at desc, e.request_id desc, e.seq desc';
  named text := case when asked is null then '' else ' and e.terms @@ $1' end;
  -- Of each that is audited the newest, so many or all of them; of these the first that match.
  own text := 'select e.request_id, e.stream, e.seq, e.at, t.type, t.kind from (
      select distinct e.request_id, ''request:'' || e.request_id as stream, e.seq, e.at::timestamptz from unnest($7) mine (subject) cross join lateral (select e.at, e.request_id, e.seq from (
        select e.at, e.request_id, e.seq from audited_entries e where e.subject = mine.subject' || place || ordered || ' limit %s) e'
    || case when asked is null then '' else ' where (select t.terms from audit_entries t where (t.request_id, t.stream, t.seq) = (e.request_id, ''request:'' || e.request_id, e.seq)) @@ $1' end
    || ' limit $8) e order by at desc, request_id desc, seq desc limit $8) e
    cross join lateral (select t.type, t.kind from audit_entries t where (t.request_id, t.stream, t.seq) = (e.request_id, e.stream, e.seq) limit 1) t' || ordered;
  near text := 'with page as materialized (' || case when scope is null then format(own, '$9')
      else columns || 'from (select * from audit_entries e where true' || place || ordered || ' limit $9) e where ' || scope || named || ' limit $8' end || ')
    select count(*), array_agg(row(request_id, stream, seq, at, type, kind)::audit_found) from page';
  -- How many there are and the first of them at once: the index is gone through one time.
  by_words text := 'with e as materialized (select e.request_id, e.stream, e.seq, e.at, e.type, e.kind, e.readers from audit_entries e where true' || place || named || ' limit $9),
      page as (' || columns || 'from e where ' || coalesce(scope, '(e.readers is null or e.readers && $7)') || ordered || ' limit $8)
    select (select count(*) from e), (select array_agg(row(request_id, stream, seq, at, type, kind)::audit_found) from page)';
  through text := case when scope is null then format(own, 'all') else columns || 'from audit_entries e where ' || scope || place || named || ordered || ' limit $8' end;
  words tsquery := case when scope is null then asked && audit_names(audits) else asked end;
  first constant int := 1000;
  few int := greatest(20000, 2 * most);
  -- So far is looked whatever there may be; in an auditor's own order each entry is looked up by itself, at several times the price.
  far int := case when scope is null then first else few end;
  dearer real := case when scope is null then 5 else 1 end;
  looked int := first;
  next real;
  entries real;
  hits int;
  found audit_found[];
begin
  if not looks_first then
    return query execute through using asked, since, before, after_at, after_id, after_seq, audits, most;
    return;
  end if;
  select reltuples into entries from pg_class where oid = 'audit_entries'::regclass;
  loop
    execute near into hits, found using asked, since, before, after_at, after_id, after_seq, audits, most, looked;
    next := 2.0 * most * looked / greatest(hits, 1);
    exit when hits = 0 or hits >= most or next <= looked or next > entries;
    exit when next > far and (scope is null and next > few or hits::real * hits * entries < dearer * most * looked * looked);
    looked := next;
  end loop;
  if hits < most then
    perform set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true);
    execute by_words into hits, found using words, since, before, after_at, after_id, after_seq, audits, most, few + 1;
    perform set_config('enable_indexscan', 'on', true);
    if hits > few then
      hits := 0;
      if looked < far then
        execute near into hits, found using asked, since, before, after_at, after_id, after_seq, audits, most, far;
      end if;
      if hits < most then
        perform set_config('enable_indexscan', 'off', true);
        execute by_words into hits, found using words, since, before, after_at, after_id, after_seq, audits, most, null::int;
        perform set_config('enable_indexscan', 'on', true);
      end if;
    end if;
    perform set_config('enable_seqscan', 'on', true);
  end if;
  return query select * from unnest(found) e order by e.at desc, e.request_id desc, e.seq desc;
end
$$;
--> statement-breakpoint
-- What somebody who audits so much finds, newest first.
create function audit_first(asked tsquery, audits text[], since timestamptz, before timestamptz, after_at timestamptz, after_id uuid, after_seq int, most int) returns setof audit_found
language plpgsql stable set search_path = public, pg_temp
as $$
declare
  scope text := audit_scope(audits);
begin
  if scope is null then return; end if;
  if audit_names(audits) is null then
    return query select * from audit_walk(asked, audits, scope, scope = 'true' and asked is not null, since, before, after_at, after_id, after_seq, most);
    return;
  end if;
  -- What is audited of requests, and what is of none.
  return query select w.* from (
      select * from audit_walk(asked, audits, null, asked is not null, since, before, after_at, after_id, after_seq, most)
      union all select * from audit_walk(asked, audits, scope, false, since, before, after_at, after_id, after_seq, most)
    ) w order by w.at desc, w.request_id desc, w.seq desc limit most;
end
$$;
--> statement-breakpoint
create or replace function audit_search(asked tsquery, since timestamptz, before timestamptz, after_at timestamptz, after_id uuid, after_seq int, most int) returns table (request_id uuid, stream text, seq int, at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  return query select e.request_id, e.stream, e.seq, e.at from audit_first(asked, audits_of_actor(), since, before, after_at, after_id, after_seq, most) e order by e.at desc, e.request_id desc, e.seq desc;
end
$$;
--> statement-breakpoint
create or replace function audit_counts(asked tsquery, since timestamptz, before timestamptz, most int) returns table (facet text, value text, matches int)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if audit_scope(audits_of_actor()) is null then return; end if;
  return query with hits as materialized (select e.type, e.kind, e.at, row_number() over (order by e.at desc, e.request_id desc, e.seq desc) as place from audit_first(asked, audits_of_actor(), since, before, null, null, null, most + 1) e),
      counted as materialized (select * from hits where place <= most)
    select 'all', 'all', count(*)::int from hits
    union all select 'type', c.type, count(*)::int from counted c group by 2
    union all select 'kind', c.kind, count(*)::int from counted c where c.kind is not null group by 2
    union all select 'month', to_char(c.at at time zone 'Asia/Shanghai', 'YYYY-MM'), count(*)::int from counted c group by 2;
end
$$;
--> statement-breakpoint
revoke all on function audit_walk(tsquery, text[], text, boolean, timestamptz, timestamptz, timestamptz, uuid, int, int), audit_first(tsquery, text[], timestamptz, timestamptz, timestamptz, uuid, int, int) from public;
