-- As with dossiers: what asks about accounts is asked last, of rows that nothing else shows. It was asked of every word that has no readers of its own, and
-- was most of what it cost an auditor to read a page of the record.
alter policy seen_of_account on heads rename to account_seen;
--> statement-breakpoint
alter policy changed_of_account on heads rename to account_changed;
--> statement-breakpoint
alter policy seen_of_account on events rename to account_seen;
--> statement-breakpoint
alter policy written_of_account on events rename to account_written;
--> statement-breakpoint
alter policy seen_of_account on texts rename to account_seen;
