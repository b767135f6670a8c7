ALTER TABLE "steps" ADD COLUMN "substitutes" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "steps_substitutes" ON "steps" USING gin ("substitutes");