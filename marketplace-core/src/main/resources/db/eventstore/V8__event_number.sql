do $$ begin
    if exists (select from event) then
        raise exception 'this store was written by an early version that numbered its events in another way: '
            'discard it (the embedded one is the folder .traverse) and start again';
    end if;
end $$;

-- Events are numbered within their transaction: what is written elsewhere, in Elasticsearch say, can then carry one number
-- made of both, which rises strictly in the order of reading.
alter table event drop constraint event_in_tail_order, drop column position;
alter table event add column number int not null;
alter table event add constraint event_in_tail_order primary key (xid, number);
