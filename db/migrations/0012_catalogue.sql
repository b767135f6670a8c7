CREATE TABLE "catalogue_entries" (
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"source" text NOT NULL,
	"names" jsonb NOT NULL,
	"also" text[] NOT NULL,
	"attributes" jsonb NOT NULL,
	"search" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "catalogue_entries_kind_code_source_pk" PRIMARY KEY("kind","code","source"),
	CONSTRAINT "catalogue_entries_kind" CHECK (kind in ('organisations', 'un-numbers', 'hs-codes', 'cas', 'cites-species', 'pathogens', 'control-points', 'currencies', 'countries'))
);
--> statement-breakpoint
alter table catalogue_entries enable row level security;
--> statement-breakpoint
create policy seen on catalogue_entries for select using ((select current_actor()) is not null);
--> statement-breakpoint
create policy written on catalogue_entries for insert with check ((select is_system()));
--> statement-breakpoint
create policy changed on catalogue_entries for update using ((select is_system())) with check ((select is_system()));
