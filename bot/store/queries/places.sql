-- The places of a community, and the messages in each.

-- name: seat_at
select community_id from seat where place = $1 and left_at is null;

-- name: seat_add
insert into seat (community_id, number, place)
values ($1, (select coalesce(max(number) + 1, 0) from seat where community_id = $1), $2);

-- name: seat_back
update seat set left_at = null where community_id = $1 and place = $2
returning number;

-- name: seat_leave
update seat set left_at = $2 where place = $1 and left_at is null
returning community_id;

-- name: community_first
update community set place = coalesce(
    (select seat.place from seat where seat.community_id = $1 and seat.left_at is null order by seat.number limit 1),
    'left:' || id
)
where id = $1;

-- name: post
insert into post (round_id, number, place, ref)
values (
    $1,
    (select coalesce(max(number) + 1, 1) from post where round_id = $1),
    coalesce($2, (select community.place from community join round on round.community_id = community.id where round.id = $1)),
    $3
)
on conflict (round_id, place) do update set ref = excluded.ref;

-- name: posts
select place, ref from post where round_id = $1 order by number;
