-- How often two people approved each other's requests since a day. Whoever decides may not see those requests: two numbers
-- about themselves and one other are all that leaves.
create function approvals_between(other uuid, since timestamptz) returns table (ours int, theirs int)
language sql stable security definer set search_path = public, pg_temp
as $$
  select (select count(*)::int from steps s join requests r on r.request_id = s.request_id
           where s.decided_by::text = current_actor() and r.requester = other and s.outcome in ('approved', 'approved-with-conditions') and s.decided_at >= since),
         (select count(*)::int from steps s join requests r on r.request_id = s.request_id
           where s.decided_by = other and r.requester::text = current_actor() and s.outcome in ('approved', 'approved-with-conditions') and s.decided_at >= since)
$$;
--> statement-breakpoint
revoke all on function approvals_between(uuid, timestamptz) from public;
