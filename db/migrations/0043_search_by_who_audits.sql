-- Who audits a request is a word of each of its entries: `=audit:jur:MO`. What is common, but not where somebody audits, is then as rare in the index of words as it is
-- for them, instead of being looked for through all of time. Names come with the entry, and to those that are there already with the name.
create function entry_audited() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  new.terms := new.terms || array_to_tsvector(array(select '=' || subject from request_access where request_id = new.request_id and starts_with(subject, 'audit:')));
  return new;
end
$$;
--> statement-breakpoint
create trigger entry_audited before insert on audit_entries for each row when (starts_with(new.stream, 'request:')) execute function entry_audited();
--> statement-breakpoint
create function access_audited() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update audit_entries set terms = terms || array_to_tsvector(array['=' || new.subject]) where request_id = new.request_id and starts_with(stream, 'request:');
  return null;
end
$$;
--> statement-breakpoint
create trigger access_audited after insert on request_access for each row when (starts_with(new.subject, 'audit:')) execute function access_audited();
--> statement-breakpoint
update audit_entries e set terms = e.terms || a.names
  from (select request_id, array_to_tsvector(array_agg('=' || subject)) as names from request_access where starts_with(subject, 'audit:') group by request_id) a
  where a.request_id = e.request_id and starts_with(e.stream, 'request:');
--> statement-breakpoint
-- The names under which an auditor of many requests finds their entries, as a question; null for an auditor of everything, of few requests or of none.
create function audit_names(audits text[]) returns tsquery language sql stable set search_path = public, pg_temp
as $$
  select string_agg('''=' || replace(replace(subject, '\', '\\'), '''', '''''') || '''', ' | ')::tsquery from unnest(audits) subject
    where 'all' <> all (audits) and (select count(*) from (select 1 from request_access where request_access.subject = any (audits) limit 501) few) > 500
$$;
--> statement-breakpoint
-- The condition under which an auditor of everything, or of few requests, finds an entry `e`, as text; $7 is what they audit. For an auditor of many it is what is no request's.
create or replace function audit_scope(audits text[]) returns text language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if 'all' = any (audits) then return 'true'; end if;
  if cardinality(audits) = 0 then return null; end if;
  return '(e.readers is null or e.readers && $7) and e.request_id = any (array(' || case when audit_names(audits) is null then 'select request_id from request_access where subject = any ($7) union ' else '' end
    || 'select d.dossier_id from dossier_requests d join request_access a on a.request_id = d.request_id where a.subject = any ($7) union select account_id from accounts where ''audit:org:'' || organisation = any ($7)))';
end
$$;
--> statement-breakpoint
-- Entries that match, newest first, from a place on. Planned for each question: how common its words are decides the way. What is common each by itself and rare together deceives the
-- planner, which would walk all of time. So the next two thousand are looked through first, or twenty thousand where those let hope for a page; else the words are counted in their index.
create function audit_walk(asked tsquery, audits text[], scope text, looks_first boolean, since timestamptz, before timestamptz, after_at timestamptz, after_id uuid, after_seq int, most int) returns table (request_id uuid, stream text, seq int, at timestamptz)
language plpgsql stable set search_path = public, pg_temp
as $$
declare
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
  if looks_first then
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
--> statement-breakpoint
-- A page of the entries that match, newest first, from a place on; null asks for nothing. An operator that is not leakproof never becomes the
-- condition of an index under row-level security, so this goes past it and says the same again.
create or replace function audit_search(asked tsquery, since timestamptz, before timestamptz, after_at timestamptz, after_id uuid, after_seq int, most int) returns table (request_id uuid, stream text, seq int, at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  audits text[] := audits_of_actor();
  scope text := audit_scope(audits);
  names tsquery := audit_names(audits);
begin
  if scope is null then return; end if;
  if names is null then
    return query select * from audit_walk(asked, audits, scope, scope = 'true' and numnode(asked) > 1, since, before, after_at, after_id, after_seq, most);
    return;
  end if;
  return query select w.* from (
      select * from audit_walk(coalesce(asked && names, names), audits, '(e.readers is null or e.readers && $7)', asked is not null, since, before, after_at, after_id, after_seq, most)
      union all select * from audit_walk(asked, audits, scope, false, since, before, after_at, after_id, after_seq, most)
    ) w order by w.at desc, w.request_id desc, w.seq desc limit most;
end
$$;
--> statement-breakpoint
-- How many match, and of what type, kind and month: of the newest `most` of them. `matches` is one more than `most` where there are more.
create or replace function audit_counts(asked tsquery, since timestamptz, before timestamptz, most int) returns table (facet text, value text, matches int)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  audits text[] := audits_of_actor();
  scope text := audit_scope(audits);
  names tsquery := audit_names(audits);
  place text := case when since is null then '' else ' and e.at >= $2' end || case when before is null then '' else ' and e.at < $3' end;
  newest text := ' order by e.at desc, e.request_id desc, e.seq desc limit $8 + 1)';
  those text := '(select e.type, e.kind, e.at, e.request_id, e.seq from audit_entries e where ' || scope || case when asked is null then '' else ' and e.terms @@ $1' end || place || newest;
begin
  if scope is null then return; end if;
  if names is not null then
    those := 'select * from (select e.type, e.kind, e.at, e.request_id, e.seq from audit_entries e where (e.readers is null or e.readers && $7) and e.terms @@ $9' || place || newest || ' of_requests union all ' || those;
  end if;
  return query execute 'with hits as materialized (select e.type, e.kind, e.at from (' || those || ') e' || newest || ', counted as (select * from hits limit $8)
    select ''all'', ''all'', count(*)::int from hits
    union all select ''type'', type, count(*)::int from counted group by 2
    union all select ''kind'', kind, count(*)::int from counted where kind is not null group by 2
    union all select ''month'', to_char(at at time zone ''Asia/Shanghai'', ''YYYY-MM''), count(*)::int from counted group by 2'
    using asked, since, before, null::timestamptz, null::uuid, null::int, audits, most, coalesce(asked && names, names);
end
$$;
--> statement-breakpoint
revoke all on function entry_audited(), access_audited(), audit_names(text[]), audit_walk(tsquery, text[], text, boolean, timestamptz, timestamptz, timestamptz, uuid, int, int) from public;
