ALTER TABLE "drafts" ADD COLUMN "began" jsonb;--> statement-breakpoint
ALTER TABLE "requests" ADD COLUMN "answers" jsonb;--> statement-breakpoint
-- What the events and their words come to, as the projection writes it from now on. Writes each request once; lists can be read meanwhile.
update requests r set answers = (
  select t.body::jsonb from events e join texts t on t.request_id = e.request_id and t.digest = e.data -> 'answers' ->> 'digest'
   where e.request_id = r.request_id and e.type in ('request.submitted', 'request.resubmitted') order by e.seq desc limit 1);
