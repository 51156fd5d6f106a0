-- Study nights, and everybody's first answer to each of their questions.

-- name: live
select * from live where id = $1;

-- name: live_now
select * from live where community_id = $1 and over = 0 order by id desc limit 1;

-- name: live_begin
insert into live (id, community_id, place, title, questions)
values ((select coalesce(max(id), 0) + 1 from live), $1, $2, $3, $4)
returning id;

-- name: live_keep
update live set at = $2, shown = $3, over = $4, refs = $5 where id = $1;

-- name: live_answer
insert into live_answer (live_id, at, member_id, correct) values ($1, $2, $3, $4)
on conflict (live_id, at, member_id) do nothing
returning live_id;

-- name: live_answers
select * from live_answer where live_id = $1;
