CREATE TABLE "calendar_years" (
	"id" text NOT NULL,
	"number" integer NOT NULL,
	"digest" text NOT NULL,
	"list" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_years_id_number_pk" PRIMARY KEY("id","number")
);
--> statement-breakpoint
alter table calendar_years enable row level security;
--> statement-breakpoint
create policy seen on calendar_years for select using ((select current_actor()) is not null);
--> statement-breakpoint
create policy written on calendar_years for insert with check ((select is_system()));
