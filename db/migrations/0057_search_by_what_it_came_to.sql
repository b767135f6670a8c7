-- What an entry came to, null where it decided nothing: it has one such word at most.
create function audit_outcome(terms tsvector) returns text language sql immutable parallel safe
return (regexp_match(terms::text, '''=outcome:([a-z-]+)'''))[1];
--> statement-breakpoint
-- In which hour a time lies, in which 32 of them and in which 1024, as numbers that no two stretches of time share.
create function audit_blocks(at timestamptz) returns int[] language sql immutable parallel safe
return array[floor(extract(epoch from at at time zone 'UTC') / 3600)::int, (1 << 28) | (floor(extract(epoch from at at time zone 'UTC') / 3600)::int >> 5), (2 << 28) | (floor(extract(epoch from at at time zone 'UTC') / 3600)::int >> 10)];
--> statement-breakpoint
-- Those that a stretch of time touches, of the size that suits it.
create function audit_blocks_of(since timestamptz, before timestamptz) returns int[] language plpgsql immutable
as $$
declare
  level int := case when before - since <= interval '32 hours' then 0 when before - since <= interval '1024 hours' then 1 else 2 end;
begin
  return array(select (level << 28) | block from generate_series(floor(extract(epoch from since) / 3600)::int >> (5 * level), floor(extract(epoch from before) / 3600)::int >> (5 * level)) block);
end
$$;
--> statement-breakpoint
DROP INDEX "audit_entries_terms";--> statement-breakpoint
CREATE INDEX "audit_entries_type" ON "audit_entries" USING btree ("type","at","request_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_outcome" ON "audit_entries" USING btree (audit_outcome("terms"),"at","request_id","seq") WHERE audit_outcome("audit_entries"."terms") is not null;--> statement-breakpoint
CREATE INDEX "audit_entries_terms" ON "audit_entries" USING gin ("terms",audit_blocks("at")) WITH (gin_pending_list_limit=512);
--> statement-breakpoint
-- Entries that match, newest first, from a place on: those under a condition, or where that is null those of requests that are audited, in their own order. The planner takes what matches for
-- spread evenly over time, and would walk all of it for words that were common long ago, or are common each by itself and rare together. So the next thousand entries are looked through first,
-- and are the answer where they fill the page; of what happened, or what it came to, the next thousand such. Else what they hold tells which way is shorter: further through time, or by the
-- index of words. Of n entries with a share d that match, a page of m is filled after m / d, and the index finds d * n: time is shorter where d * d * n > m. Where the index finds too many to
-- sort, it is asked stretch by stretch of time.
create or replace function audit_walk(asked tsquery, audits text[], scope text, looks_first boolean, since timestamptz, before timestamptz, after_at timestamptz, after_id uuid, after_seq int, most int) returns setof audit_found
language plpgsql stable set search_path = public, pg_temp
as $$
declare
  -- Each part by itself: the index passes over what others lack, which within one question it weighs entry by entry.
  parts tsquery[] := array_remove(audit_parts(asked) || case when scope is null then audit_names(audits) end, null);
  columns text := 'select e.request_id, e.stream, e.seq, e.at::timestamptz, e.type, e.kind ';
  place text := case when since is null then '' else ' and e.at >= $2' end
    || case when before is null then '' else ' and e.at < $3' end
    || case when after_at is null then '' else ' and (e.at, e.request_id, e.seq) < ($4, $5, $6)' end;
  ordered text := ' order by e.at desc, e.request_id desc, e.seq desc';
  named text := case when asked is null then '' else ' and e.terms @@ $1' end;
  -- What happened and what it came to have an order of their own, in which what is rare among all is as near as anything else.
  marked text := (select case mark[1] when 'type' then ' and e.type = ' else ' and audit_outcome(e.terms) = ' end || quote_literal(mark[2])
    from unnest(audit_parts(asked)) part, regexp_match(part::text, '^''=(type|outcome):([a-z.-]+)''$') mark where mark is not null order by mark[1] limit 1);
  -- Of each that is audited the newest, so many or all of them; of these the first that match.
  own text := 'select e.request_id, e.stream, e.seq, e.at, t.type, t.kind from (
      select distinct e.request_id, ''request:'' || e.request_id as stream, e.seq, e.at::timestamptz from unnest($7) mine (subject) cross join lateral (select e.at, e.request_id, e.seq from (
        select e.at, e.request_id, e.seq from audited_entries e where e.subject = mine.subject' || place || ordered || ' limit %s) e'
    || case when asked is null then '' else ' where (select t.terms from audit_entries t where (t.request_id, t.stream, t.seq) = (e.request_id, ''request:'' || e.request_id, e.seq)) @@ $1' end
    || ' limit $8) e order by at desc, request_id desc, seq desc limit $8) e
    cross join lateral (select t.type, t.kind from audit_entries t where (t.request_id, t.stream, t.seq) = (e.request_id, e.stream, e.seq) limit 1) t' || ordered;
  near text := 'with page as materialized (' || case when scope is null and marked is null then format(own, '$9')
      else columns || 'from (select * from audit_entries e where true' || coalesce(marked, '') || place || ordered || ' limit $9) e
        where ' || coalesce(scope, '(e.readers is null or e.readers && $7) and e.terms @@ ' || quote_literal(audit_names(audits)::text) || '::tsquery') || named || ' limit $8' end || ')
    select count(*), array_agg(row(request_id, stream, seq, at, type, kind)::audit_found) from page';
  -- How many there are and the first of them at once: the index is gone through one time.
  by_words text := 'with e as materialized (select e.request_id, e.stream, e.seq, e.at, e.type, e.kind, e.readers from audit_entries e where true' || place
      || (select coalesce(string_agg(format(' and e.terms @@ $1[%s]', part), ''), '') from generate_series(1, cardinality(parts)) part) || ' limit $9),
      page as (' || columns || 'from e where ' || coalesce(scope, '(e.readers is null or e.readers && $7)') || ordered || ' limit $8)
    select (select count(*) from e), (select array_agg(row(request_id, stream, seq, at, type, kind)::audit_found) from page)';
  -- The same of a stretch of time alone, found by its hours, days or months: the condition on time itself is for no index.
  stretch text := 'with page as materialized (' || columns || 'from audit_entries e where audit_blocks(e.at) && audit_blocks_of($10, $11) and (e.at >= $10 and e.at < $11' || place || ') is true'
      || (select coalesce(string_agg(format(' and e.terms @@ $1[%s]', part), ''), '') from generate_series(1, cardinality(parts)) part) || ' and ' || coalesce(scope, '(e.readers is null or e.readers && $7)') || ordered || ' limit $8)
    select coalesce(array_agg(row(request_id, stream, seq, at, type, kind)::audit_found), ''{}'') from page';
  through text := case when scope is null then format(own, 'all') else columns || 'from audit_entries e where ' || scope || place || named || ordered || ' limit $8' end;
  few int := greatest(20000, 2 * most);
  -- So far is looked whatever there may be; in an auditor's own order each entry is looked up by itself, at several times the price, and there are fewer for the index to find.
  far int := case when scope is null and marked is null then 1000 else few end;
  dearer real := case when scope is null and marked is null then 25 else 1 end;
  looked int := case when scope is null and marked is null then 300 else 1000 end;
  next real;
  entries real;
  hits int;
  found audit_found[];
  page audit_found[];
  oldest timestamptz;
  later timestamptz;
  sooner timestamptz;
  hours int;
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
    exit when next > far and (scope is null and marked is null and next > few or hits::real * hits * entries < dearer * most * looked * looked);
    looked := next;
  end loop;
  if hits < most then
    perform set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true);
    execute by_words into hits, found using parts, since, before, after_at, after_id, after_seq, audits, most, few + 1;
    perform set_config('enable_indexscan', 'on', true);
    if hits > few then
      -- Too many to sort: longer and longer stretches of time, by the index of both, until the page is full.
      found := '{}';
      perform set_config('enable_indexscan', 'on', true);
      select greatest(min(e.at), since), least(max(e.at) + interval '1 millisecond', before, after_at + interval '1 millisecond') into oldest, later from audit_entries e;
      perform set_config('enable_indexscan', 'off', true);
      foreach hours in array array[4, 16, 64, 256, 1024, 4096, 16384, null] loop
        exit when cardinality(found) >= most or later <= oldest;
        sooner := coalesce(later - make_interval(hours => hours), oldest);
        execute stretch into page using parts, since, before, after_at, after_id, after_seq, audits, most - cardinality(found), null, sooner, later;
        found := found || page;
        later := sooner;
      end loop;
      perform set_config('enable_indexscan', 'on', true);
    end if;
    perform set_config('enable_seqscan', 'on', true);
  end if;
  return query select * from unnest(found) e order by e.at desc, e.request_id desc, e.seq desc;
end
$$;
--> statement-breakpoint
revoke all on function audit_blocks_of(timestamptz, timestamptz) from public;
