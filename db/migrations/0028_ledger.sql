ALTER TABLE "movements" ADD COLUMN "stage" text DEFAULT 'crossed' NOT NULL;--> statement-breakpoint
ALTER TABLE "movements" ADD COLUMN "corrects" uuid;--> statement-breakpoint
ALTER TABLE "permits" ADD COLUMN "discrepancies" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "permits" ADD COLUMN "arrival_due" date;--> statement-breakpoint
CREATE INDEX "permits_missing" ON "permits" USING btree ("arrival_due") WHERE arrival_due is not null;--> statement-breakpoint
CREATE INDEX "permits_discrepant" ON "permits" USING btree ("request_id") WHERE discrepancies > 0;--> statement-breakpoint
ALTER TABLE "movements" ADD CONSTRAINT "movements_stage" CHECK (stage in ('planned', 'departed', 'crossed', 'arrived', 'destroyed', 'transferred', 'remitted'));--> statement-breakpoint
ALTER TABLE "movements" ADD CONSTRAINT "movements_value" CHECK (value >= 0);
--> statement-breakpoint
-- What was planned, or cancelled since, has not moved: what counts stands with the permit.
create or replace function dossier_progress(asked uuid) returns table (request_id uuid, awaits uuid, waiting_status text, awaited_status text, step_status text, moved boolean)
language sql stable security definer set search_path = public, pg_temp
as $$
  select w.request_id, w.awaits,
         coalesce(a.status, case when exists (select 1 from drafts d where d.request_id = w.request_id) then 'draft' else 'gone' end),
         coalesce(b.status, case when exists (select 1 from drafts d where d.request_id = w.awaits) then 'draft' else 'gone' end),
         (select case when s.status = 'done' and s.outcome in ('approved', 'approved-with-conditions') then 'done' else 'notYet' end from steps s where s.request_id = w.awaits and s.step_id = w.step),
         exists (select 1 from permits p where p.request_id = w.awaits and p.used > 0)
    from dossier_dependencies w
    left join requests a on a.request_id = w.request_id
    left join requests b on b.request_id = w.awaits
   where w.dossier_id = asked and sees_dossier(asked)
$$;
