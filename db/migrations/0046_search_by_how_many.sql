-- Entries that match, newest first, from a place on. What is common each by itself and rare together deceives the planner, which would walk all of time: so the next two thousand entries are
-- looked through first, and are the answer where they fill the page. Else what they hold tells which way is shorter: on through time, or by the index of words. Of n entries with a share d
-- that match, a page of m is filled after m / d, and the index finds d * n: time is shorter where d * d * n > m.
create or replace function audit_walk(asked tsquery, audits text[], scope text, looks_first boolean, since timestamptz, before timestamptz, after_at timestamptz, after_id uuid, after_seq int, most int) returns table (request_id uuid, stream text, seq int, at timestamptz)
language plpgsql stable set search_path = public, pg_temp
as $$
declare
  columns text := 'select e.request_id, e.stream, e.seq, e.at::timestamptz ';
  place text := case when since is null then '' else ' and e.at >= $2' end
    || case when before is null then '' else ' and e.at < $3' end
    || case when after_at is null then '' else ' and (e.at, e.request_id, e.seq) < ($4, $5, $6)' end;
  named text := case when asked is null then '' else ' and e.terms @@ $1' end;
  ordered text := ' order by e.at desc, e.request_id desc, e.seq desc';
  first constant int := 2000;
  few constant int := 20000;
  near text := 'with page as materialized (' || columns || 'from (select e.request_id, e.stream, e.seq, e.at, e.readers, e.terms from audit_entries e where true' || place || ordered || ' limit $9) e where ' || scope || named || ' limit $8)
      select count(*), coalesce(jsonb_agg(to_jsonb(page)), ''[]'') from page';
  entries real;
  hits int;
  found jsonb;
begin
  if looks_first then
    execute near into hits, found using asked, since, before, after_at, after_id, after_seq, audits, most, first;
    if hits > 0 and hits < most then
      select reltuples into entries from pg_class where oid = 'audit_entries'::regclass;
      if hits::real * hits * entries > most::real * first * first then
        execute near into hits, found using asked, since, before, after_at, after_id, after_seq, audits, most, least(few, 3 * most * first / hits);
      end if;
    end if;
  end if;
  if looks_first and hits < most then
    perform set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true);
    -- Both at once: the index is gone through one time.
    execute 'with e as materialized (select e.request_id, e.stream, e.seq, e.at, e.readers from audit_entries e where true' || place || named || ' limit $9),
        page as (' || columns || 'from e where ' || scope || ordered || ' limit $8)
      select (select count(*) from e), (select coalesce(jsonb_agg(to_jsonb(page)), ''[]'') from page)'
      into hits, found using asked, since, before, after_at, after_id, after_seq, audits, most, few + 1;
    perform set_config('enable_seqscan', 'on', true), set_config('enable_indexscan', 'on', true);
    if hits > few then found := null; end if;
  end if;
  if found is not null then
    return query select p.request_id, p.stream, p.seq, p.at from jsonb_to_recordset(found) as p(request_id uuid, stream text, seq int, at timestamptz) order by p.at desc, p.request_id desc, p.seq desc;
    return;
  end if;
  return query execute columns || 'from audit_entries e where ' || scope || place || named || ordered || ' limit $8'
    using asked, since, before, after_at, after_id, after_seq, audits, most;
end
$$;
