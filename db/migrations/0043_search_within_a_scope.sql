-- A page of the entries that match, newest first, from a place on; null asks for nothing. An operator that is not leakproof never becomes the
-- condition of an index under row-level security, so this goes past it and says the same again. Planned for each question: how common its words are decides the way.
-- What is common each by itself and rare together, or rare in what an auditor of one place audits, deceives the planner, which would walk all of time. So the next two
-- thousand are looked through first, or twenty thousand where those let hope for a page; else the words are counted in their index, and what is found so is held to the scope.
create or replace function audit_search(asked tsquery, since timestamptz, before timestamptz, after_at timestamptz, after_id uuid, after_seq int, most int) returns table (request_id uuid, stream text, seq int, at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  audits text[] := audits_of_actor();
  scope text := audit_scope(audits);
  columns text := 'select e.request_id, e.stream, e.seq, e.at::timestamptz ';
  place text := case when since is null then '' else ' and e.at >= $2' end
    || case when before is null then '' else ' and e.at < $3' end
    || case when after_at is null then '' else ' and (e.at, e.request_id, e.seq) < ($4, $5, $6)' end;
  named text := case when asked is null then '' else ' and e.terms @@ $1' end;
  ordered text := ' order by e.at desc, e.request_id desc, e.seq desc';
  near text := 'select count(*) from (select 1 from (select e.request_id, e.stream, e.readers, e.terms from audit_entries e where true' || place || ordered;
  few constant int := 20000;
  hits int;
  found jsonb;
begin
  if scope is null then return; end if;
  -- An auditor of few requests is answered by these.
  if numnode(asked) > 1 and scope = 'true' or numnode(asked) > 0 and scope like '%case when%' then
    execute near || ' limit 2000) e where ' || scope || named || ' limit $8) near' into hits using asked, since, before, after_at, after_id, after_seq, audits, most;
    if hits < most and hits >= most / 10 then
      execute near || ' limit 20000) e where ' || scope || named || ' limit $8) near' into hits using asked, since, before, after_at, after_id, after_seq, audits, most;
    end if;
    if hits < most then
      perform set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true);
      -- Both at once: the index is gone through one time.
      execute 'with e as materialized (select e.request_id, e.stream, e.seq, e.at, e.readers from audit_entries e where true' || place || named || ' limit $9),
          page as (' || columns || 'from e where ' || scope || ordered || ' limit $8)
        select (select count(*) from e), (select coalesce(jsonb_agg(to_jsonb(page)), ''[]'') from page)'
        into hits, found using asked, since, before, after_at, after_id, after_seq, audits, most, few + 1;
      perform set_config('enable_seqscan', 'on', true), set_config('enable_indexscan', 'on', true);
      if hits <= few then
        return query select p.request_id, p.stream, p.seq, p.at from jsonb_to_recordset(found) as p(request_id uuid, stream text, seq int, at timestamptz) order by p.at desc, p.request_id desc, p.seq desc;
        return;
      end if;
    end if;
  end if;
  return query execute columns || 'from audit_entries e where ' || scope || place || named || ordered || ' limit $8'
    using asked, since, before, after_at, after_id, after_seq, audits, most;
end
$$;
