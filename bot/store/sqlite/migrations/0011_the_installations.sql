-- Workspaces in which somebody other than the operator installed the bot. The token is a secret.
create table installation (
    chat text not null,
    workspace text not null,
    name text not null,
    token text not null,
    bot_user text not null,
    bot_id text not null,
    primary key (chat, workspace)
);
