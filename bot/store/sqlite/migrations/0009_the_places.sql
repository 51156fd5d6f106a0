-- The places of a community. A place that left keeps its number, so that no number is given twice.
create table seat (
    community_id bigint not null references community (id),
    number bigint not null,
    place text not null,
    left_at bigint,
    primary key (community_id, number)
);

create unique index seat_place on seat (place) where left_at is null;

insert into seat (community_id, number, place) select id, 0, place from community;

-- Where a round is shown, a message a place. round.ref stays the first of them.
create table post (
    round_id bigint not null references round (id),
    number bigint not null,
    place text not null,
    ref text not null,
    primary key (round_id, place)
);

insert into post (round_id, number, place, ref)
select round.id, 1, community.place, round.ref
from round
join community on community.id = round.community_id
where round.ref is not null;

alter table errand add column seat bigint not null default 0;
