-- Whoever was erased is still somebody to those who worked with them, but nobody to be found.
alter table directory_person add erased boolean not null default false;

-- Whose words the feedback is in: it goes with them as well.
alter table assignment add completed_by uuid;
create index on assignment (completed_by);
create index on application_step (by_employee);
create index on plan_proposal (employee);
