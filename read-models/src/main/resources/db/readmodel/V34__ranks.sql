-- What each side ranked, most wanted first: people the gigs, and whoever gives a gig the people.
alter table preferences add ranked uuid[] not null default '{}';
alter table match_person add ranked uuid[] not null default '{}';
alter table match_gig add ranked uuid[] not null default '{}';
