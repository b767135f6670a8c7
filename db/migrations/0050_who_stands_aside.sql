ALTER TABLE "steps" ADD COLUMN "recused" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "votes_out" uuid[];
--> statement-breakpoint
-- What the record says of cases from before.
update steps s set recused = aside.people
  from (select request_id, data ->> 'step' as step, array_agg((actor ->> 'person')::uuid order by seq) as people from events where type = 'step.recused' and stream = 'request:' || request_id group by 1, 2) aside
  where s.request_id = aside.request_id and s.step_id = aside.step;
--> statement-breakpoint
-- A vote that was closed and is open still is tied: it waits for its head, and for nobody's vote.
update steps s set votes_out = nullif(array(
    select member::uuid from (
      select m.value as member, 0 as part, m.ordinality as place
        from (select e.data -> 'steps' as planned from events e where e.request_id = s.request_id and e.stream = 'request:' || s.request_id and e.type in ('request.submitted', 'request.resubmitted', 'request.replanned') order by e.seq desc limit 1) plan,
             jsonb_array_elements(plan.planned) one, jsonb_array_elements_text(one -> 'members') with ordinality m where one ->> 'id' = s.step_id
      union all select substitute::text, 1, place from unnest(s.substitutes) with ordinality as named(substitute, place)
    ) may
    where member::uuid <> all (s.recused)
      and not exists (select from events e where e.request_id = s.request_id and e.stream = 'request:' || s.request_id and member in (e.actor ->> 'person', e.actor ->> 'for')
        and (e.type in ('step.approved', 'step.rejected', 'step.voted', 'step.countersigned', 'step.skipped', 'request.returned') and split_part(e.data ->> 'step', '.', 1) <> split_part(s.step_id, '.', 1) or e.type = 'step.voted' and e.data ->> 'step' = s.step_id and (e.data ->> 'round')::int = s.round and not (e.data ->> 'casting')::boolean))
    order by part, place), '{}')
  where s.by_vote and s.status = 'open'
    and not exists (select from events e where e.request_id = s.request_id and e.stream = 'request:' || s.request_id and e.type = 'step.voteClosed' and e.data ->> 'step' = s.step_id and (e.data ->> 'round')::int = s.round);
