-- Which attempt at a run counts: whoever was not heard of any more, and lives, may tell and keep no more of it.
alter table plan_progress add column attempt int not null default 0;

-- Once somebody in it is erased, a run cannot be run again: of what it was given no more is kept than since when.
-- What names people, who has a seat and who is not to be proposed for what, is encrypted with their keys from now on.
alter table run_input alter column common drop not null;
alter table run_input add column erased timestamptz;
alter table run_input add constraint facts_or_a_tombstone check ((common is null) = (erased is not null));
create index on run_input_person (person);

-- What is kept long enough goes away.
create index on run_input (kept);
create index on run_inquiry (ended_at);
