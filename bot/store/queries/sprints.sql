-- Sprints, one a person and day. Their board is derived like every other: `sprint_best` says from what.

-- name: sprint
select * from sprint where community_id = $1 and member_id = $2 and day = $3;

-- name: sprint_keep
insert into sprint (community_id, member_id, day, questions, shown, results, points)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (community_id, member_id, day) do update set
    shown = excluded.shown, results = excluded.results, points = excluded.points;

-- name: sprint_best
select min(day) as day, 0 - max(points) as deficit, 0 as late, max(shown) as reached_at
from sprint
where community_id = $1 and member_id = $2 and results <> '[]'
group by substr(day, 1, 7);
