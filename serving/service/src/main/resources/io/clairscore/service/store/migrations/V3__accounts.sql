-- Who may use the service. Secrets stand here only as what cannot be turned back into them.
create table accounts (
  account_id     text not null primary key,
  -- Small letters; who logs in writes it.
  name           text not null unique,
  -- PASSWORD, PROVIDER (of OpenID Connect) or TOKENS (a program, which never logs in).
  way            text not null,
  -- Names of roles in alphabetical order, separated by commas.
  roles          text not null,
  disabled       integer not null,
  -- Argon2id, with its parameters and salt.
  password_hash  text,
  -- Until when a password that somebody else chose may be exchanged for an own one.
  one_time_until bigint,
  issuer         text,
  subject        text,
  created_at     bigint not null,
  last_used_at   bigint,
  unique (issuer, subject)
);

create table sessions (
  -- SHA-256 of the cookie.
  session_hash   bytea not null primary key,
  account_id     text not null references accounts (account_id),
  created_at     bigint not null,
  last_used_at   bigint not null
);

create index sessions_account on sessions (account_id);

create table api_tokens (
  token_id       text not null primary key,
  -- SHA-256 of the token.
  token_hash     bytea not null unique,
  account_id     text not null references accounts (account_id),
  name           text not null,
  roles          text not null,
  created_at     bigint not null,
  expires_at     bigint not null,
  last_used_at   bigint,
  unique (account_id, name)
);

-- Changes of accounts come one after another: each moves this number first, so that two at once cannot
-- both take the last seat, or both disable the last but one administrator.
create table account_changes (
  only_row       integer not null primary key,
  number         bigint not null
);

insert into account_changes (only_row, number) values (1, 0);
