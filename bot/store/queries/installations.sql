-- Workspaces that installed the bot, each with its token.

-- name: install
insert into installation (chat, workspace, name, token, bot_user, bot_id) values ($1, $2, $3, $4, $5, $6)
on conflict (chat, workspace) do update
set name = excluded.name, token = excluded.token, bot_user = excluded.bot_user, bot_id = excluded.bot_id;

-- name: installation
select chat, workspace, name, token, bot_user as "user", bot_id as bot from installation
where chat = $1 and workspace = $2;

-- name: uninstall
delete from installation where chat = $1 and workspace = $2;
