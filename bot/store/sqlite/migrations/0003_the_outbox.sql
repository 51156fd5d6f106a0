-- What is due, written down before it is done. lease: while sending, how long the worker may take; while due, not before it.
create table errand (
    key text primary key,
    community_id bigint not null references community (id),
    occasion text not null,
    kind text not null,
    due bigint not null,
    state text not null,
    round_id bigint references round (id),
    text text not null,
    lease bigint not null default 0,
    fence bigint not null default 0
);

create index errand_waiting on errand (due) where state in ('due', 'sending');

create index errand_of on errand (community_id, due);

create index errand_opening on errand (kind, community_id, due);

create table pulse (
    id bigint primary key,
    at bigint not null
);

alter table round add column excused bigint not null default 0;

-- Rounds from before the outbox: what was begun is finished, and their dates are taken.
insert into errand (key, community_id, occasion, kind, due, state, round_id, text)
select community_id || ':' || key || ':open', community_id, key, 'open', opens,
    case state when 'planned' then 'due' else 'done' end, id, ''
from round;

insert into errand (key, community_id, occasion, kind, due, state, round_id, text)
select community_id || ':' || key || ':close', community_id, key, 'close', closes, 'due', id, ''
from round where state = 'open';

insert into errand (key, community_id, occasion, kind, due, state, round_id, text)
select community_id || ':' || key || ':reveal', community_id, key, 'reveal', reveals, 'due', id, ''
from round where state in ('open', 'closed');

-- A schedule in words carries its options.
update community set schedule = schedule || ' open=' || open_seconds || 's reveal=' || reveal_seconds || 's catch-up=' || catch_up_seconds || 's';

alter table community drop column open_seconds;

alter table community drop column reveal_seconds;

alter table community drop column catch_up_seconds;
