-- Keeping score and streak in step with the ledger, inside the ledger's own transactions.

-- name: score_add
with period_of (period) as (values ($6), ($7), ($8), ($9))
insert into score (community_id, member_id, period, deficit, late, reached_at, hidden)
select $1, $2, period_of.period, 0 - $3, $4, $5,
    case when exists (select 1 from unseen where community_id = $1 and member_id = $2) then 1 else member.hidden end
from period_of
join member on member.id = $2
where period_of.period is not null
on conflict (community_id, member_id, period) do update set
    deficit = score.deficit + excluded.deficit,
    late = score.late + excluded.late,
    reached_at = case when excluded.reached_at > score.reached_at then excluded.reached_at else score.reached_at end;

-- name: score_set
insert into score (community_id, member_id, period, deficit, late, reached_at, hidden)
select $1, $2, $3, 0 - $4, $5, $6,
    case when exists (select 1 from unseen where community_id = $1 and member_id = $2) then 1 else member.hidden end
from member
where member.id = $2
on conflict (community_id, member_id, period) do update set
    deficit = excluded.deficit,
    late = excluded.late,
    reached_at = excluded.reached_at;

-- name: score_month
select count(*) as days, sum(deficit) as deficit, sum(late) as late, max(reached_at) as reached_at from score
where community_id = $1 and member_id = $2 and period >= $3 and period < $4;

-- name: score_days
select deficit, late, reached_at from score
where community_id = $1 and member_id = $2 and period >= $3 and period < $4;

-- name: score_drop
delete from score where community_id = $1 and member_id = $2 and period = $3;

-- name: scores_forget
delete from score where community_id = $1 and member_id = $2 and period <> 'streak';

-- name: scores_show
update score set hidden = case when exists (
    select 1 from unseen where unseen.community_id = score.community_id and unseen.member_id = $1
) then 1 else $2 end
where member_id = $1;

-- name: earned
select round.date as day, round.topic, submission.points, submission.late, submission.received_at
from submission
join round on round.id = submission.round_id
join member on member.id = submission.member_id
where submission.member_id = $2 and round.community_id = $1 and submission.verdict is not null
    and member.erased_at is null;

-- name: people_of
select submission.member_id as member_id
from submission
join round on round.id = submission.round_id
join member on member.id = submission.member_id
where round.community_id = $1 and member.erased_at is null
union select member_id from sprint where community_id = $1;

-- name: streak_set
insert into streak (community_id, member_id, current, best, rests)
values ($1, $2, $3, $4, $5)
on conflict (community_id, member_id) do update set
    current = excluded.current, best = excluded.best, rests = excluded.rests;

-- name: streak_running
select * from streak
where community_id = $1 and current > 0 and not exists (
    select 1 from submission
    where submission.round_id = $2 and submission.member_id = streak.member_id and submission.late = 0
);

-- name: streak_step
select round.community_id, round.state, coalesce(streak.current, 0) as current, coalesce(streak.best, 0) as best,
    coalesce(streak.rests, 0) as rests,
    (
        select count(*) from submission
        where submission.round_id = round.id and submission.member_id = $2 and submission.late = 0
    ) as answers,
    exists (
        select 1 from round as later
        where later.community_id = round.community_id and (later.opens, later.id) > (round.opens, round.id)
            and later.state <> 'planned'
    ) as followed
from round
left join streak on streak.community_id = round.community_id and streak.member_id = $2
where round.id = $1;

-- name: streak_later
select id from round
where community_id = $1 and (opens, id) > ($2, $3) and state <> 'planned'
limit 1;

-- name: streak_answered
select distinct submission.round_id as round_id
from submission
join round on round.id = submission.round_id
join member on member.id = submission.member_id
where submission.member_id = $2 and round.community_id = $1 and submission.late = 0 and member.erased_at is null;
