-- Who stands where. All of it is answered from the covering index score_rank, whose order is the board's.

-- name: board_top
select score.member_id, coalesce(member.alias, member.name) as name, score.deficit
from score
join member on member.id = score.member_id
where score.community_id = $1 and score.period = $2 and score.hidden = 0
order by score.deficit, score.reached_at, score.member_id
limit $3;

-- name: board_score
select score.*, coalesce(member.alias, member.name) as name
from score
join member on member.id = score.member_id
where score.community_id = $1 and score.member_id = $2 and score.period = $3;

-- name: board_above
select count(*) as people from score
where community_id = $1 and period = $2 and hidden = 0 and deficit < $3;

-- name: board_before
select score.member_id, coalesce(member.alias, member.name) as name, score.deficit
from score
join member on member.id = score.member_id
where score.community_id = $1 and score.period = $2 and score.hidden = 0
    and (score.deficit, score.reached_at, score.member_id) < ($3, $4, $5)
order by score.deficit desc, score.reached_at desc, score.member_id desc
limit $6;

-- name: board_after
select score.member_id, coalesce(member.alias, member.name) as name, score.deficit
from score
join member on member.id = score.member_id
where score.community_id = $1 and score.period = $2 and score.hidden = 0
    and (score.deficit, score.reached_at, score.member_id) > ($3, $4, $5)
order by score.deficit, score.reached_at, score.member_id
limit $6;

-- name: board_next
select deficit from score
where community_id = $1 and period = $2 and hidden = 0 and deficit < $3
order by deficit desc
limit 1;

-- name: board_people
select count(*) as people from score
where community_id = $1 and period = $2 and hidden = 0;

-- name: streak
select * from streak where community_id = $1 and member_id = $2;
