-- Communities and their rounds. Instants are milliseconds since 1970 (UTC). Parameters are $1..$n, which PostgreSQL reads as well.

-- name: enrol
insert into community (id, place, schedule, seed, since)
values ((select coalesce(max(id), 0) + 1 from community), $1, $2, $3, $4)
returning id;

-- name: community_schedule
update community set schedule = $2 where id = $1;

-- name: community
select community.*, seat.number as seat, seat.place as seat_place
from community
join seat on seat.community_id = community.id and seat.left_at is null
where community.id = $1
order by seat.number;

-- name: communities
select community.*, seat.number as seat, seat.place as seat_place
from community
join seat on seat.community_id = community.id and seat.left_at is null
order by community.id, seat.number;

-- name: community_ids
select id from community order by id;

-- name: plan
insert into round (id, community_id, key, question_id, key_hash, topic, date, opens, closes, reveals, state)
values ((select coalesce(max(id), 0) + 1 from round), $1, $2, $3, $4, $5, $6, $7, $8, $9, 'planned')
on conflict (community_id, key) do nothing;

-- name: round_by_key
select * from round where community_id = $1 and key = $2;

-- name: round
select * from round where id = $1;

-- name: move
update round set state = $2, ref = coalesce(ref, $3) where id = $1
returning *;

-- name: shift
update round set closes = $2, reveals = $3 where id = $1;

-- name: rounds
select * from round where community_id = $1 order by opens, id;
