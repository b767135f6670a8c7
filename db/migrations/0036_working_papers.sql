CREATE TABLE "working_paper_cases" (
	"paper_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"number" text NOT NULL,
	"stratum" text,
	CONSTRAINT "working_paper_cases_paper_id_request_id_pk" PRIMARY KEY("paper_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "working_paper_findings" (
	"paper_id" uuid NOT NULL,
	"finding" integer NOT NULL,
	"paper_number" text NOT NULL,
	"request_id" uuid NOT NULL,
	"number" text NOT NULL,
	"desk" text NOT NULL,
	"severity" text NOT NULL,
	"status" text NOT NULL,
	"raised_by" uuid NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"reply_by" date NOT NULL,
	"follow_up_on" date,
	CONSTRAINT "working_paper_findings_paper_id_finding_pk" PRIMARY KEY("paper_id","finding"),
	CONSTRAINT "working_paper_findings_severity" CHECK (severity in ('low', 'medium', 'high')),
	CONSTRAINT "working_paper_findings_status" CHECK (status in ('asked', 'replied', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "working_papers" (
	"paper_id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"title" text,
	"scope" text NOT NULL,
	"status" text NOT NULL,
	"opener" uuid NOT NULL,
	"cases" integer NOT NULL,
	"tested" integer NOT NULL,
	"exceptions" integer NOT NULL,
	"open_findings" integer NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "working_papers_status" CHECK (status in ('open', 'signed'))
);
--> statement-breakpoint
CREATE INDEX "working_paper_cases_request" ON "working_paper_cases" USING btree ("request_id");--> statement-breakpoint
CREATE INDEX "working_paper_findings_desk" ON "working_paper_findings" USING btree ("desk","status");--> statement-breakpoint
CREATE INDEX "working_papers_scope" ON "working_papers" USING btree ("scope","paper_id");
--> statement-breakpoint
-- A working paper is its auditors': those of its scope, and whoever audits everything. The desk that a finding asks sees that finding and nothing else
-- of the paper, of its chain only where that ends, so that a reply can be added; the people of a request see nothing of it.
alter table working_papers enable row level security;
--> statement-breakpoint
create policy seen on working_papers for select using ('all' = any ((select subjects_of_actor())::text[]) or scope = any ((select subjects_of_actor())::text[]));
--> statement-breakpoint
create policy written on working_papers for insert with check ('all' = any ((select subjects_of_actor())::text[]) or scope = any ((select subjects_of_actor())::text[]));
--> statement-breakpoint
create policy changed on working_papers for update using ('all' = any ((select subjects_of_actor())::text[]) or scope = any ((select subjects_of_actor())::text[]));
--> statement-breakpoint
alter table working_paper_cases enable row level security;
--> statement-breakpoint
create policy seen on working_paper_cases for select using ('all' = any ((select subjects_of_actor())::text[]) or exists (select 1 from working_papers p where p.paper_id = working_paper_cases.paper_id));
--> statement-breakpoint
create policy written on working_paper_cases for insert with check (exists (select 1 from working_papers p where p.paper_id = working_paper_cases.paper_id));
--> statement-breakpoint
alter table working_paper_findings enable row level security;
--> statement-breakpoint
create policy seen on working_paper_findings for select using ('all' = any ((select subjects_of_actor())::text[]) or 'desk:' || desk = any ((select subjects_of_actor())::text[])
  or exists (select 1 from working_papers p where p.paper_id = working_paper_findings.paper_id));
--> statement-breakpoint
create policy written on working_paper_findings for insert with check (exists (select 1 from working_papers p where p.paper_id = working_paper_findings.paper_id));
--> statement-breakpoint
create policy changed on working_paper_findings for update using ('desk:' || desk = any ((select subjects_of_actor())::text[])
  or exists (select 1 from working_papers p where p.paper_id = working_paper_findings.paper_id));
--> statement-breakpoint
create policy paper_seen on heads for select using (stream like 'audit:%' and (exists (select 1 from working_papers p where p.paper_id = heads.request_id)
  or exists (select 1 from working_paper_findings f where f.paper_id = heads.request_id)));
--> statement-breakpoint
create policy paper_changed on heads for update using (stream like 'audit:%' and (exists (select 1 from working_papers p where p.paper_id = heads.request_id)
  or exists (select 1 from working_paper_findings f where f.paper_id = heads.request_id)));
--> statement-breakpoint
create policy paper_seen on events for select using (stream like 'audit:%' and (exists (select 1 from working_papers p where p.paper_id = events.request_id)
  or (type like 'finding.%' and exists (select 1 from working_paper_findings f where f.paper_id = events.request_id and f.finding = (events.data ->> 'finding')::int))));
--> statement-breakpoint
-- Words of a finding name its desk among their readers; all others of a paper name none, and are its auditors'.
create policy paper_seen on texts for select using (exists (select 1 from working_papers p where p.paper_id = texts.request_id)
  or (readers && (select subjects_of_actor())::text[] and exists (select 1 from working_paper_findings f where f.paper_id = texts.request_id)));
--> statement-breakpoint
-- An id that was used by somebody else for a command on the same paper has to be seen, to be refused.
create policy paper_seen on commands for select using (exists (select 1 from working_papers p where p.paper_id = commands.request_id));
--> statement-breakpoint
create policy paper_written on heads for insert with check (stream like 'audit:%' and exists (select 1 from working_papers p where p.paper_id = heads.request_id));
--> statement-breakpoint
-- Whoever is asked adds replies to what they are asked, and nothing else.
create policy paper_written on events for insert with check (stream like 'audit:%' and (exists (select 1 from working_papers p where p.paper_id = events.request_id)
  or (type = 'finding.replied' and exists (select 1 from working_paper_findings f where f.paper_id = events.request_id and f.finding = (events.data ->> 'finding')::int))));
--> statement-breakpoint
create policy paper_written on texts for insert with check (exists (select 1 from working_papers p where p.paper_id = texts.request_id)
  or (readers is not null and exists (select 1 from working_paper_findings f where f.paper_id = texts.request_id)));
