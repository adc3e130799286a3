create table held_skill (
    employee uuid not null,
    skill    uuid not null,
    level    int  not null,
    primary key (employee, skill)
);

create table evidence (
    employee  uuid not null,
    skill     uuid not null,
    voucher   text not null,
    reference uuid not null,
    level     int  not null,
    dated     date not null,
    primary key (employee, skill, voucher, reference)
);

-- What evidence refers to, in words: the gig behind an assignment, the resource behind a learning record.
create table evidence_origin (
    reference uuid primary key,
    title     text not null
);

create table gig (
    id             uuid primary key,
    owner          uuid        not null,
    org_unit       uuid        not null,
    title          text        not null,
    description    text        not null,
    hours_per_week int         not null,
    starts_on      date        not null,
    ends_on        date        not null,
    seats          int         not null,
    seats_left     int         not null,
    requirements   jsonb       not null,
    state          text        not null,
    drafted_at     timestamptz not null,
    published_at   timestamptz
);
create index on gig (owner);

create table application (
    id         uuid primary key,
    employee   uuid        not null,
    gig        uuid        not null,
    gig_title  text        not null,
    gig_owner  uuid        not null,
    gig_unit   uuid        not null,
    state      text        not null,
    note       text        not null,
    reason     text        not null,
    answer_by  date,
    applied_at timestamptz not null,
    changed_at timestamptz not null
);
create index on application (employee);
create index on application (gig);

create table application_step (
    application uuid        not null,
    number      int         not null,
    state       text        not null,
    reason      text        not null,
    by_employee uuid,
    at          timestamptz not null,
    primary key (application, number)
);

create table assignment (
    id           uuid primary key,
    application  uuid        not null unique,
    employee     uuid        not null,
    gig          uuid        not null,
    gig_title    text        not null,
    gig_owner    uuid        not null,
    gig_unit     uuid        not null,
    started_at   timestamptz not null,
    completed_on date,
    feedback     text
);
create index on assignment (employee);
create index on assignment (gig);

-- Title, owner and unit of every gig, for the two tables above.
create table application_gig (
    id       uuid primary key,
    title    text not null,
    owner    uuid not null,
    org_unit uuid not null
);
