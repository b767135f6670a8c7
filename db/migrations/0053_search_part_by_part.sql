-- What a question asks for all at once, part by part; a question that is no such is its only part. What only excludes stays with a part that asks for something.
create function audit_parts(asked tsquery) returns tsquery[] language plpgsql immutable set search_path = public, pg_temp
as $$
declare
  parts text[] := '{}';
  part text := '';
  excluding text := '';
  depth int := 0;
  token text;
begin
  if asked is null then return '{}'; end if;
  for token in select m[1] || ' ' from regexp_matches(asked::text || ' &', '(''(?:[^'']|'''')*''[:*A-D]*|<[-0-9]+>|[()&|!])', 'g') m loop
    depth := depth + case token when '( ' then 1 when ') ' then -1 else 0 end;
    if depth = 0 and token = '| ' then return array[asked]; end if;
    if depth > 0 or token <> '& ' then
      part := part || token;
    elsif starts_with(part, '! ') then
      excluding := excluding || ' & ' || part;
      part := '';
    else
      parts := parts || part;
      part := '';
    end if;
  end loop;
  if cardinality(parts) = 0 then return array[asked]; end if;
  parts[1] := parts[1] || excluding;
  return parts::tsquery[];
end
$$;
--> statement-breakpoint
-- Entries that match, newest first, from a place on: those under a condition, or where that is null those of requests that are audited, in their own order. The planner takes what matches for
-- spread evenly over time, and would walk all of it for words that were common long ago, or are common each by itself and rare together. So the next thousand entries are looked through first,
-- and are the answer where they fill the page. Else what they hold tells which way is shorter: further through time, or by the index of words. Of n entries with a share d that match, a page of
-- m is filled after m / d, and the index finds d * n: time is shorter where d * d * n > m. Where the index finds too many to sort before it is known that they must be, time is looked through
-- a little further; nothing walks it to its end.
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
  by_words text := 'with e as materialized (select e.request_id, e.stream, e.seq, e.at, e.type, e.kind, e.readers from audit_entries e where true' || place
      || (select coalesce(string_agg(format(' and e.terms @@ $1[%s]', part), ''), '') from generate_series(1, cardinality(parts)) part) || ' limit $9),
      page as (' || columns || 'from e where ' || coalesce(scope, '(e.readers is null or e.readers && $7)') || ordered || ' limit $8)
    select (select count(*) from e), (select array_agg(row(request_id, stream, seq, at, type, kind)::audit_found) from page)';
  through text := case when scope is null then format(own, 'all') else columns || 'from audit_entries e where ' || scope || place || named || ordered || ' limit $8' end;
  few int := greatest(20000, 2 * most);
  -- So far is looked whatever there may be; in an auditor's own order each entry is looked up by itself, at several times the price.
  far int := case when scope is null then 1000 else few end;
  dearer real := case when scope is null then 5 else 1 end;
  looked int := case when scope is null then 300 else 1000 end;
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
    execute by_words into hits, found using parts, since, before, after_at, after_id, after_seq, audits, most, few + 1;
    perform set_config('enable_indexscan', 'on', true);
    if hits > few then
      hits := 0;
      if looked < far then
        execute near into hits, found using asked, since, before, after_at, after_id, after_seq, audits, most, far;
      end if;
      if hits < most then
        perform set_config('enable_indexscan', 'off', true);
        execute by_words into hits, found using parts, since, before, after_at, after_id, after_seq, audits, most, null::int;
        perform set_config('enable_indexscan', 'on', true);
      end if;
    end if;
    perform set_config('enable_seqscan', 'on', true);
  end if;
  return query select * from unnest(found) e order by e.at desc, e.request_id desc, e.seq desc;
end
$$;
--> statement-breakpoint
revoke all on function audit_parts(tsquery) from public;
