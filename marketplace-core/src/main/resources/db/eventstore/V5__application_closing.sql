-- The applications of every gig that has not ended, and why the others have: whom to tell, and what.
create table gig_application (
    application uuid primary key,
    gig         uuid not null
);
create index on gig_application (gig);

create table ended_gig (
    gig uuid primary key,
    why text not null
);
