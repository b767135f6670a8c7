CREATE TABLE "audited_entries" (
	"subject" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"request_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "audited_entries_subject_at_request_id_seq_pk" PRIMARY KEY("subject","at","request_id","seq")
);
--> statement-breakpoint
alter table audited_entries enable row level security;
--> statement-breakpoint
create policy seen on audited_entries for select using ('all' = any ((select subjects_of_actor())::text[]) or starts_with(subject, 'audit:') and subject = any ((select subjects_of_actor())::text[]));
--> statement-breakpoint
-- An entry is each of its auditors' whom its words are for, whichever comes first: the entry or the auditor.
create function entries_audited() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into audited_entries (subject, at, request_id, seq)
    select a.subject, e.at, e.request_id, e.seq from added e join request_access a on a.request_id = e.request_id
      where starts_with(e.stream, 'request:') and starts_with(a.subject, 'audit:') and (e.readers is null or a.subject = any (e.readers))
    on conflict do nothing;
  return null;
end
$$;
--> statement-breakpoint
create trigger entries_audited after insert on audit_entries referencing new table as added for each statement execute function entries_audited();
--> statement-breakpoint
create function entries_gone() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from audited_entries t using gone e, request_access a
    where a.request_id = e.request_id and starts_with(e.stream, 'request:') and (t.subject, t.at, t.request_id, t.seq) = (a.subject, e.at, e.request_id, e.seq);
  return null;
end
$$;
--> statement-breakpoint
create trigger entries_gone after delete on audit_entries referencing old table as gone for each statement execute function entries_gone();
--> statement-breakpoint
create or replace function access_audited() returns trigger language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update audit_entries set terms = terms || array_to_tsvector(array['=' || new.subject]) where request_id = new.request_id and starts_with(stream, 'request:');
  insert into audited_entries (subject, at, request_id, seq)
    select new.subject, at, request_id, seq from audit_entries where request_id = new.request_id and starts_with(stream, 'request:') and (readers is null or new.subject = any (readers))
    on conflict do nothing;
  return null;
end
$$;
--> statement-breakpoint
insert into audited_entries (subject, at, request_id, seq)
  select a.subject, e.at, e.request_id, e.seq from audit_entries e join request_access a on a.request_id = e.request_id
    where starts_with(e.stream, 'request:') and starts_with(a.subject, 'audit:') and (e.readers is null or a.subject = any (e.readers));
--> statement-breakpoint
drop function audit_walk(tsquery, text[], text, boolean, timestamptz, timestamptz, timestamptz, uuid, int, int);
--> statement-breakpoint
-- Entries that match, newest first, from a place on: those under a condition, or where that is null those of requests that are audited, in their own order. What is common each by itself and
-- rare together deceives the planner, which would walk all of time: so the next thousand entries are looked through first, and are the answer where they fill the page. Else what they hold tells
-- which way is shorter: on through time, or by the index of words. Of n entries with a share d that match, a page of m is filled after m / d, and the index finds d * n: time is shorter where
-- d * d * n > m.
create function audit_walk(asked tsquery, audits text[], scope text, looks_first boolean, since timestamptz, before timestamptz, after_at timestamptz, after_id uuid, after_seq int, most int) returns table (request_id uuid, stream text, seq int, at timestamptz)
language plpgsql stable set search_path = public, pg_temp
as $$
declare
  columns text := 'select e.request_id, e.stream, e.seq, e.at::timestamptz ';
  place text := case when since is null then '' else ' and e.at >= $2' end
    || case when before is null then '' else ' and e.at < $3' end
    || case when after_at is null then '' else ' and (e.at, e.request_id, e.seq) < ($4, $5, $6)' end;
  ordered text := ' order by e.at desc, e.request_id desc, e.seq desc';
  named text := case when asked is null then '' else ' and e.terms @@ $1' end;
  -- Of each that is audited the newest, so many or all of them; of these the first that match.
  own text := 'select distinct e.request_id, ''request:'' || e.request_id as stream, e.seq, e.at::timestamptz from unnest($7) mine (subject) cross join lateral (select e.at, e.request_id, e.seq from (
      select e.at, e.request_id, e.seq from audited_entries e where e.subject = mine.subject' || place || ordered || ' limit %s) e'
    || case when asked is null then '' else ' where (select t.terms from audit_entries t where (t.request_id, t.stream, t.seq) = (e.request_id, ''request:'' || e.request_id, e.seq)) @@ $1' end
    || ' limit $8) e order by at desc, request_id desc, seq desc limit $8';
  next text := case when scope is null then format(own, '$9')
    else columns || 'from (select e.request_id, e.stream, e.seq, e.at, e.readers, e.terms from audit_entries e where true' || place || ordered || ' limit $9) e where ' || scope || named || ' limit $8' end;
  near text := 'with page as materialized (' || next || ') select count(*), coalesce(jsonb_agg(to_jsonb(page)), ''[]'') from page';
  through text := case when scope is null then format(own, 'all')
    else columns || 'from audit_entries e where ' || scope || place || named || ordered || ' limit $8' end;
  words tsquery := case when scope is null then asked && audit_names(audits) else asked end;
  first constant int := 1000;
  few constant int := 20000;
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
        page as (' || columns || 'from e where ' || coalesce(scope, '(e.readers is null or e.readers && $7)') || ordered || ' limit $8)
      select (select count(*) from e), (select coalesce(jsonb_agg(to_jsonb(page)), ''[]'') from page)'
      into hits, found using words, since, before, after_at, after_id, after_seq, audits, most, few + 1;
    perform set_config('enable_seqscan', 'on', true), set_config('enable_indexscan', 'on', true);
    if hits > few then found := null; end if;
  end if;
  if found is not null then
    return query select p.request_id, p.stream, p.seq, p.at from jsonb_to_recordset(found) as p(request_id uuid, stream text, seq int, at timestamptz) order by p.at desc, p.request_id desc, p.seq desc;
    return;
  end if;
  return query execute through using asked, since, before, after_at, after_id, after_seq, audits, most;
end
$$;
--> statement-breakpoint
create or replace function audit_search(asked tsquery, since timestamptz, before timestamptz, after_at timestamptz, after_id uuid, after_seq int, most int) returns table (request_id uuid, stream text, seq int, at timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  audits text[] := audits_of_actor();
  scope text := audit_scope(audits);
begin
  if scope is null then return; end if;
  if audit_names(audits) is null then
    return query select * from audit_walk(asked, audits, scope, scope = 'true' and numnode(asked) > 1, since, before, after_at, after_id, after_seq, most);
    return;
  end if;
  return query select w.* from (
      select * from audit_walk(asked, audits, null, asked is not null, since, before, after_at, after_id, after_seq, most)
      union all select * from audit_walk(asked, audits, scope, false, since, before, after_at, after_id, after_seq, most)
    ) w order by w.at desc, w.request_id desc, w.seq desc limit most;
end
$$;
--> statement-breakpoint
revoke all on function entries_audited(), entries_gone(), audit_walk(tsquery, text[], text, boolean, timestamptz, timestamptz, timestamptz, uuid, int, int) from public;
