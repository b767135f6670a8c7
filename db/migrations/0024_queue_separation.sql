ALTER TABLE "requests" ADD COLUMN "team" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "by_vote" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- What the record says of cases from before. Reads every request once: minutes for millions.
update requests r set team = array(select jsonb_array_elements_text(e.data -> 'team')::uuid)
  from events e where e.request_id = r.request_id and e.type = 'request.submitted';
--> statement-breakpoint
do $$ declare transfer record; begin
  for transfer in select request_id, (data ->> 'from')::uuid as old, (data ->> 'to')::uuid as new from events where type = 'request.transferred' order by request_id, seq loop
    update requests set team = array_append(array_remove(team, transfer.new), transfer.old) where request_id = transfer.request_id;
  end loop;
end $$;
--> statement-breakpoint
-- A vote that was late and went to another desk is none any more.
update steps s set by_vote = true from requests r, workflows w, jsonb_array_elements(w.definition -> 'steps') d
  where r.request_id = s.request_id and w.kind = r.kind and w.version = r.workflow_version and d ->> 'id' = split_part(s.step_id, '.', 1) and jsonb_typeof(d -> 'mode') = 'object'
    and not exists (select 1 from events e where e.request_id = s.request_id and e.type = 'step.escalated' and e.data ->> 'step' = s.step_id and e.data ->> 'to' is not null);
