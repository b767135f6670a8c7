CREATE TABLE "audit_entries" (
	"request_id" uuid NOT NULL,
	"stream" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"type" text NOT NULL,
	"kind" text,
	"readers" text[],
	"terms" "tsvector" NOT NULL,
	CONSTRAINT "audit_entries_request_id_stream_seq_pk" PRIMARY KEY("request_id","stream","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_filled" (
	"one" boolean PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "saved_questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"shared_with" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "audit_entries" USING btree ("at","request_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_terms" ON "audit_entries" USING gin ("terms") WITH (gin_pending_list_limit=512);--> statement-breakpoint
CREATE INDEX "saved_questions_person" ON "saved_questions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "saved_questions_shared" ON "saved_questions" USING btree ("shared_with");
--> statement-breakpoint
-- A page goes by how common each word is; the usual hundred are too few to tell.
alter table audit_entries alter column terms set statistics 1000;
--> statement-breakpoint
alter table audit_entries enable row level security;
--> statement-breakpoint
-- Auditors of what an entry is about, as far as its words are for all of them; whoever audits everything sees the set-up too.
create policy seen on audit_entries for select using ('all' = any ((select subjects_of_actor())::text[])
  or (readers is null or readers && (select subjects_of_actor())::text[]) and (
    exists (select 1 from request_access a where a.request_id = audit_entries.request_id and starts_with(a.subject, 'audit:') and a.subject = any ((select subjects_of_actor())::text[]) and starts_with(audit_entries.stream, 'request:'))
    or exists (select 1 from dossier_requests d join request_access a on a.request_id = d.request_id where d.dossier_id = audit_entries.request_id and starts_with(a.subject, 'audit:') and a.subject = any ((select subjects_of_actor())::text[]) and starts_with(audit_entries.stream, 'dossier:'))
    or exists (select 1 from accounts a where a.account_id = audit_entries.request_id and 'audit:org:' || a.organisation = any ((select subjects_of_actor())::text[]) and starts_with(audit_entries.stream, 'account:'))));
--> statement-breakpoint
create policy written on audit_entries for insert with check ((select may_write()));
--> statement-breakpoint
-- Words that are erased leave their entry: it is made anew, by the system alone.
create policy removed on audit_entries for delete using ((select is_system()));
--> statement-breakpoint
alter table audit_filled enable row level security;
--> statement-breakpoint
create policy seen on audit_filled for select using (exists (select 1 from unnest((select subjects_of_actor())::text[]) one where one = 'all' or starts_with(one, 'audit:')));
--> statement-breakpoint
create policy changed on audit_filled for update using ((select is_system()));
--> statement-breakpoint
-- Where there is nothing from before, nothing has to be filled.
insert into audit_filled select true, case when not exists (select 1 from events) then now() end;
--> statement-breakpoint
alter table saved_questions enable row level security;
--> statement-breakpoint
create policy seen on saved_questions for select using (person_id::text = (select current_actor()) or shared_with = any ((select subjects_of_actor())::text[]));
--> statement-breakpoint
create policy written on saved_questions for insert with check (person_id::text = (select current_actor()) and (shared_with is null or shared_with = any ((select subjects_of_actor())::text[])));
--> statement-breakpoint
create policy removed on saved_questions for delete using (person_id::text = (select current_actor()));
--> statement-breakpoint
-- The condition under which an auditor finds an entry `e`, as text; $7 is what they audit. Null when they audit nothing. Of an auditor of few
-- requests the requests are asked for first, of one of many each entry is.
create function audit_scope(audits text[]) returns text language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  if 'all' = any (audits) then return 'true'; end if;
  if cardinality(audits) = 0 then return null; end if;
  return '(e.readers is null or e.readers && $7) and ' || case
    when (select count(*) from (select 1 from request_access where subject = any (audits) limit 501) few) <= 500 then
      'e.request_id = any (array(select request_id from request_access where subject = any ($7) union select d.dossier_id from dossier_requests d join request_access a on a.request_id = d.request_id where a.subject = any ($7) union select account_id from accounts where ''audit:org:'' || organisation = any ($7)))'
    else
      'case when starts_with(e.stream, ''request:'') then exists (select 1 from request_access a where a.request_id = e.request_id and a.subject = any ($7) offset 0)
            when starts_with(e.stream, ''dossier:'') then exists (select 1 from dossier_requests d join request_access a on a.request_id = d.request_id where d.dossier_id = e.request_id and a.subject = any ($7) offset 0)
            when starts_with(e.stream, ''account:'') then exists (select 1 from accounts a where a.account_id = e.request_id and ''audit:org:'' || a.organisation = any ($7) offset 0)
            else false end' end;
end
$$;
--> statement-breakpoint
-- What the actor audits: the names that entries are for, and nothing that they see as somebody else.
create function audits_of_actor() returns text[] language sql stable security definer set search_path = public, pg_temp
as $$ select array(select subject from unnest(subjects_of_actor()) subject where subject = 'all' or starts_with(subject, 'audit:')) $$;
--> statement-breakpoint
-- A page of the entries that match, newest first, from a place on; null asks for nothing. An operator that is not leakproof never becomes the
-- condition of an index under row-level security, so this goes past it and says the same again. Planned for each question: how common its words are decides the way.
-- What is common each by itself and rare together deceives the planner, which would walk all of time: so the next two thousand are looked through first, then the words are counted in their index.
create function audit_search(asked tsquery, since timestamptz, before timestamptz, after_at timestamptz, after_id uuid, after_seq int, most int) returns table (request_id uuid, stream text, seq int, at timestamptz)
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
  few constant int := 20000;
  hits int;
begin
  if scope is null then return; end if;
  if scope = 'true' and numnode(asked) > 1 then
    execute 'select count(*) from (select 1 from (select e.terms from audit_entries e where true' || place || ordered || ' limit 2000) e where e.terms @@ $1 limit $7) near' into hits using asked, since, before, after_at, after_id, after_seq, most;
    if hits < most then
      perform set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true);
      execute 'select count(*) from (select 1 from audit_entries e where true' || place || named || ' limit $7) few' into hits using asked, since, before, after_at, after_id, after_seq, few + 1;
      if hits <= few then
        return query execute 'with e as materialized (' || columns || 'from audit_entries e where true' || place || named || ') ' || columns || 'from e' || ordered || ' limit $7' using asked, since, before, after_at, after_id, after_seq, most;
      end if;
      perform set_config('enable_seqscan', 'on', true), set_config('enable_indexscan', 'on', true);
      if hits <= few then return; end if;
    end if;
  end if;
  return query execute columns || 'from audit_entries e where ' || scope || place || named || ordered || ' limit $8'
    using asked, since, before, after_at, after_id, after_seq, audits, most;
end
$$;
--> statement-breakpoint
-- How many match, and of what type, kind and month: of the newest `most` of them. `matches` is one more than `most` where there are more.
create function audit_counts(asked tsquery, since timestamptz, before timestamptz, most int) returns table (facet text, value text, matches int)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  audits text[] := audits_of_actor();
  scope text := audit_scope(audits);
begin
  if scope is null then return; end if;
  return query execute 'with hits as materialized (select e.type, e.kind, e.at from audit_entries e where ' || scope
    || case when asked is null then '' else ' and e.terms @@ $1' end
    || case when since is null then '' else ' and e.at >= $2' end
    || case when before is null then '' else ' and e.at < $3' end
    || ' order by e.at desc, e.request_id desc, e.seq desc limit $8 + 1), counted as (select * from hits limit $8)
    select ''all'', ''all'', count(*)::int from hits
    union all select ''type'', type, count(*)::int from counted group by 2
    union all select ''kind'', kind, count(*)::int from counted where kind is not null group by 2
    union all select ''month'', to_char(at at time zone ''Asia/Shanghai'', ''YYYY-MM''), count(*)::int from counted group by 2'
    using asked, since, before, null::timestamptz, null::uuid, null::int, audits, most;
end
$$;
--> statement-breakpoint
-- Words leave what they are found by in the transaction that erases them, whoever may do that; the entries come back by the system. Until then the search is not whole.
create function forget_entries(asked uuid) returns void language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not may_write() or not ('all' = any (acting_subjects()) or exists (select 1 from request_access a where a.request_id = asked and a.subject = any (acting_subjects()))) then return; end if;
  delete from audit_entries where request_id = asked;
  update audit_filled set at = null;
end
$$;
--> statement-breakpoint
revoke all on function forget_entries(uuid), audit_scope(text[]), audits_of_actor(), audit_search(tsquery, timestamptz, timestamptz, timestamptz, uuid, int, int), audit_counts(tsquery, timestamptz, timestamptz, int) from public;
