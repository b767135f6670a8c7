ALTER TABLE "documents" ADD COLUMN "for_advisers" boolean DEFAULT true NOT NULL;
--> statement-breakpoint
update documents set for_advisers = false where paper in ('id-card', 'eep-application', 'eep-card', 'home-return-permit', 'home-return-permit-noncn', 'passport', 'taiwan-permit', 'cn-visa', 'hk-visit-visa', 'entry-permit-hk', 'entry-permit-mo',
  'accommodation-form', 'employment-contract', 'biometric-consent', 'hk-rmb-account', 'wht-proof', 'capital-account', 'kyc-pack', 'ngo-account');
--> statement-breakpoint
-- Whoever was asked for advice is let in under a name of its own, so that the wall can tell them from whoever takes part.
insert into request_access (request_id, subject) select distinct request_id, 'adviser:' || person from referrals on conflict do nothing;
--> statement-breakpoint
delete from request_access a using referrals r where r.request_id = a.request_id and a.subject = 'person:' || r.person
  and not exists (select from events e where e.request_id = a.request_id and e.stream = 'request:' || a.request_id and (e.type <> 'step.referred' and e.data::text like '%' || r.person || '%' or e.data::text like '%"reserved": true%'));
--> statement-breakpoint
do $$
begin
  execute replace(pg_get_functiondef('subjects_of_actor()'::regprocedure), $q$select 'person:' || actor$q$, $q$select 'person:' || actor union select 'adviser:' || actor$q$);
end $$;
--> statement-breakpoint
-- `offset 0` as before: whether a row may be seen is looked up for that row.
alter policy seen on documents using ('all' = any ((select subjects_of_actor())::text[])
  or exists (select 1 from request_access a where a.request_id = documents.request_id and a.subject = any ((select subjects_of_actor())::text[]) and (documents.for_advisers or not starts_with(a.subject, 'adviser:')) offset 0));
