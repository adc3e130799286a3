create table match_person (
    employee       uuid primary key,
    org_unit       uuid,
    hours_per_week int not null default 0
);

create table match_skill (
    employee  uuid not null,
    skill     uuid not null,
    level     int  not null,
    proven_on date,
    primary key (employee, skill)
);

create table match_commitment (
    employee       uuid not null,
    holder         uuid not null,
    hours_per_week int  not null,
    starts_on      date not null,
    ends_on        date not null,
    primary key (employee, holder)
);

create table match_gig (
    id             uuid primary key,
    owner          uuid    not null,
    org_unit       uuid    not null,
    hours_per_week int     not null,
    starts_on      date    not null,
    ends_on        date    not null,
    seats          int     not null,
    seats_left     int     not null,
    open           boolean not null,
    requirements   jsonb   not null
);

-- Who is not to be proposed for which gig: offered it, rejected, or no longer interested.
create table match_pairing (
    employee uuid not null,
    gig      uuid not null,
    primary key (employee, gig)
);
