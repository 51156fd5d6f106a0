-- Everything that is written down about one person, a statement a table: what its name ends with. A test compares them with the tables.

-- name: kept_member
select * from member where id = $1;

-- name: kept_preference
select * from preference where member_id = $1;

-- name: kept_submission
select submission.*, round.question_id, round.date, community.place from submission
join round on round.id = submission.round_id
join community on community.id = round.community_id
where submission.member_id = $1
order by submission.received_at, submission.id;

-- name: kept_superseded
select superseded.* from superseded
join submission on submission.id = superseded.submission_id
where submission.member_id = $1
order by superseded.act_id, superseded.submission_id;

-- name: kept_help
select help.*, round.question_id, round.date, community.place from help
join round on round.id = help.round_id
join community on community.id = round.community_id
where help.member_id = $1
order by help.taken_at, help.number;

-- name: kept_score
select score.*, community.place from score
join community on community.id = score.community_id
where score.member_id = $1
order by score.community_id, score.period;

-- name: kept_streak
select streak.*, community.place from streak
join community on community.id = streak.community_id
where streak.member_id = $1
order by streak.community_id;

-- name: kept_sprint
select sprint.*, community.place from sprint
join community on community.id = sprint.community_id
where sprint.member_id = $1
order by sprint.day, sprint.community_id;

-- name: kept_live_answer
select * from live_answer where member_id = $1 order by live_id, at;

-- name: kept_recall
select * from recall where member_id = $1 order by question_id;

-- name: kept_suggestion
select * from suggestion where member_id = $1 order by id;

-- name: kept_report
select * from report where member_id = $1 order by round_id;

-- name: kept_flag
select id, community_id, kind, round_id, at, share, settled from flag where one = $1 or other = $1 order by id;

-- name: kept_letter
select * from letter where member_id = $1 order by id;

-- name: kept_mute
select * from mute where member_id = $1 order by community_id;

-- name: kept_act
select act.*, community.place from act
join community on community.id = act.community_id
where act.by_member = $1
order by act.id;

-- name: kept_address
select * from address where member_id = $1 order by linked_at, address;

-- name: kept_presence
select presence.*, community.place from presence
join community on community.id = presence.community_id
where presence.member_id = $1
order by presence.community_id;

-- name: kept_reattributed
select reattributed.submission_id from reattributed
join submission on submission.id = reattributed.submission_id
where submission.member_id = $1
order by reattributed.submission_id;
