-- A stand-in has the rights of whoever is away, and whoever is locked out has none: the wall says so as the code does.
do $$
declare was text := pg_get_functiondef('subjects_of_actor()'::regprocedure);
begin
  if position('where s.stand_in = actor::uuid and not s.ended' in was) = 0 then raise exception 'the wall reads stand-ins otherwise'; end if;
  execute replace(was, 'where s.stand_in = actor::uuid and not s.ended', 'where s.stand_in = actor::uuid and exists (select from people p where p.id = s.person_id and p.active) and not s.ended');
end $$;
