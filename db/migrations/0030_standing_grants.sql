ALTER TABLE "accounts" ADD COLUMN "granted" jsonb;
--> statement-breakpoint
-- A standing grant of an organisation is offered to its people: they may rest a request on it, and so learn what is left.
create or replace function sees_account(asked uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
as $$
  select keeps_account(asked)
    or exists (select 1 from steps s join request_access r on r.request_id = s.request_id where s.account = asked and r.subject = any (subjects_of_actor()))
    or exists (select 1 from quota_holdings h join request_access r on r.request_id = h.request_id where h.account_id = asked and r.subject = any (subjects_of_actor()))
    or exists (select 1 from accounts a join people p on p.organisation = a.organisation where a.account_id = asked and a.granted is not null and p.id::text = current_actor())
$$;
