-- What people say of themselves, as they are shown it; what matching knows of it stands beside its other facts.
create table preferences (
    employee     uuid primary key,
    stated       jsonb,
    opted_out_at timestamptz
);

alter table match_person
    add in_role_since date,
    add opted_out     boolean not null default false,
    add stated        jsonb;

-- Whose work for which gig is done.
create table match_done (
    employee uuid not null,
    gig      uuid not null,
    primary key (employee, gig)
);

alter table match_gig add terms jsonb;
alter table gig add terms jsonb;

-- What events said of it that were read before.
update match_person set in_role_since = hired_on from directory_person where id = employee;
insert into match_done
select distinct employee, gig from assignment join match_person using (employee) where completed_on is not null;
