-- What moderators correct, and the log of what they did.

-- name: settled_of
select count(*) as entries from submission where round_id = $1 and verdict is not null;

-- name: act
insert into act (id, community_id, by_member, at, what, why, result)
values ((select coalesce(max(id), 0) + 1 from act), $1, $2, $3, $4, $5, $6)
returning id;

-- name: acts
select * from act where community_id = $1 order by id;

-- name: supersede
insert into superseded (act_id, submission_id, attempt, points, verdict, lines)
select $1, id, attempt, points, verdict, lines from submission where id = $2;

-- name: resettle
update submission set attempt = $2, points = $3, verdict = $4, lines = $5 where id = $1
returning member_id;

-- name: rule
update round set ruling = $2, key_hash = $3 where id = $1;

-- name: members_of
select * from member where id in (
    select submission.member_id from submission
    join round on round.id = submission.round_id
    where round.community_id = $1
    union select member_id from sprint where community_id = $1
    union select live_answer.member_id from live_answer join live on live.id = live_answer.live_id
    where live.community_id = $1
    union select by_member from act where community_id = $1
    union select member_id from suggestion where community_id = $1
    union select report.member_id from report
    join round on round.id = report.round_id
    where round.community_id = $1
)
order by id;
