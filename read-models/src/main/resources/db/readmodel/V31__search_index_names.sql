-- What each search index is called in Elasticsearch at present. In a table of its read model, so that one made anew takes
-- the place of the other in the same moment as the tables do.
create table people_index (
    name text not null
);
insert into people_index values ('people');

create table opportunities_index (
    name text not null
);
insert into opportunities_index values ('opportunities');
