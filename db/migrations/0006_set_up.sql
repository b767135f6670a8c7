CREATE TABLE "editions" (
	"number" integer PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"packs" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "previously" uuid;
--> statement-breakpoint
alter table editions enable row level security;
--> statement-breakpoint
create policy seen on editions for select using ((select current_actor()) is not null);
--> statement-breakpoint
create policy written on editions for insert with check ((select is_system()));
--> statement-breakpoint
-- Who read a paper is seen by whoever read it, by auditors of the request, by its requester, and by whoever attached the paper: not by desks.
drop policy seen on document_reads;
--> statement-breakpoint
create policy seen on document_reads for select using ('all' = any ((select subjects_of_actor())::text[]) or person::text = (select current_actor())
  or exists (select 1 from request_access a where a.request_id = document_reads.request_id and a.subject like 'audit:%' and a.subject = any ((select subjects_of_actor())::text[]))
  or exists (select 1 from requests r where r.request_id = document_reads.request_id and r.requester::text = (select current_actor()))
  or exists (select 1 from drafts d where d.request_id = document_reads.request_id and d.requester::text = (select current_actor()))
  or exists (select 1 from documents d where d.request_id = document_reads.request_id and d.document_id = document_reads.document_id and d.person::text = (select current_actor())));
