-- People and their answers. Instants are milliseconds since 1970 (UTC). Parameters are $1..$n, which PostgreSQL reads as well.

-- name: member
insert into member (id, address, name)
values ((select coalesce(max(id), 0) + 1 from member), $1, $2)
on conflict (address) do update set name = excluded.name
returning *;

-- name: receive
insert into submission (id, round_id, member_id, answer, key_hash, received_at, lease, late)
select $1, round.id, member.id, $4, $5, $6, $7, case when $6 < round.closes then 0 else 1 end
from round
join member on member.id = $3
where round.id = $2 and member.erased_at is null
on conflict (id) do nothing
returning late;

-- name: settle
update submission set attempt = $2, points = $3, verdict = $4, lines = $5
where id = $1 and verdict is null
    and coalesce((select ruling from round where id = submission.round_id), '') = coalesce($6, '')
returning id, round_id, member_id, answer, key_hash, received_at, late, points,
    (select community_id from round where round.id = submission.round_id) as community_id,
    (select date from round where round.id = submission.round_id) as day,
    (select topic from round where round.id = submission.round_id) as topic;

-- name: submission
select * from submission where id = $1;

-- name: unsettled
select * from submission where verdict is null and lease <= $1 order by received_at, id;

-- name: history
select submission.* from submission
join round on round.id = submission.round_id
where round.community_id = $1 and ($2 is null or submission.member_id = $2)
    and ($3 is null or submission.round_id = $3)
order by submission.received_at, submission.id;

-- name: member_show
update member set alias = $2, hidden = $3 where id = $1;

-- name: take_help
insert into help (round_id, member_id, kind, number, taken_at) values ($1, $2, $3, $4, $5)
on conflict (round_id, member_id, kind, number) do nothing;

-- name: helps
select * from help where round_id = $1 and member_id = $2 order by taken_at, kind, number;
