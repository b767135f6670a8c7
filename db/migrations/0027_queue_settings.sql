CREATE TABLE "queue_settings" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"order_by" text NOT NULL,
	"opens_with" text NOT NULL,
	"rows_a_page" integer NOT NULL,
	"hidden" text[] NOT NULL,
	CONSTRAINT "queue_settings_order" CHECK (order_by in ('due', 'waiting')),
	CONSTRAINT "queue_settings_view" CHECK (opens_with in ('all', 'mine', 'unclaimed', 'overdue', 'waiting'))
);
--> statement-breakpoint
alter table queue_settings enable row level security;
--> statement-breakpoint
create policy own on queue_settings for all using (person_id::text = (select current_actor())) with check (person_id::text = (select current_actor()));
