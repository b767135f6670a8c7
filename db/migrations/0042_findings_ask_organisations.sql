ALTER TABLE "working_paper_findings" ALTER COLUMN "desk" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "working_paper_findings" ADD COLUMN "organisation" text;--> statement-breakpoint
ALTER TABLE "working_paper_findings" ADD COLUMN "tell_on" date;--> statement-breakpoint
CREATE INDEX "working_paper_findings_organisation" ON "working_paper_findings" USING btree ("organisation","status");--> statement-breakpoint
CREATE INDEX "working_paper_findings_tell" ON "working_paper_findings" USING btree ("tell_on") WHERE tell_on is not null;--> statement-breakpoint
ALTER TABLE "working_paper_findings" ADD CONSTRAINT "working_paper_findings_asked" CHECK (num_nonnulls(desk, organisation) = 1);
--> statement-breakpoint
-- A finding may ask an organisation: whoever administers it goes by a name of their own.
do $$
begin
  execute replace(pg_get_functiondef('subjects_of_actor()'::regprocedure), $q$select 'glass:' || b.id$q$,
    $q$select 'admin:org:' || g.scope_id from grants g join roles r on r.id = g.role
      where g.person_id = actor::uuid and 'people.manage' = any (r.permissions) and g.scope_kind = 'organisation'
    union
    select 'glass:' || b.id$q$);
end $$;
--> statement-breakpoint
drop policy seen on working_paper_findings;
--> statement-breakpoint
create policy seen on working_paper_findings for select using ('all' = any ((select subjects_of_actor())::text[]) or 'desk:' || desk = any ((select subjects_of_actor())::text[])
  or 'admin:org:' || organisation = any ((select subjects_of_actor())::text[]) or exists (select 1 from working_papers p where p.paper_id = working_paper_findings.paper_id));
--> statement-breakpoint
drop policy changed on working_paper_findings;
--> statement-breakpoint
create policy changed on working_paper_findings for update using ('desk:' || desk = any ((select subjects_of_actor())::text[])
  or 'admin:org:' || organisation = any ((select subjects_of_actor())::text[]) or exists (select 1 from working_papers p where p.paper_id = working_paper_findings.paper_id));
--> statement-breakpoint
-- Nobody was reminded of anything yet: what is waited for is told on its day.
update working_paper_findings set tell_on = case when status = 'asked' then least(reply_by, follow_up_on) else follow_up_on end where status <> 'closed';
