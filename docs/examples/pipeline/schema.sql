-- The inbox: one row for each event, however often it is delivered.
create table inbox (
  key text primary key,
  -- Neither an id nor a moment in it: another event may look just like this one.
  repeats boolean not null,
  -- Not jsonb, which refuses the character U+0000 that a body may hold.
  event json not null,
  received_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  attempts integer not null default 0,
  handled_at timestamptz
);
create index inbox_due on inbox (due_at) where handled_at is null;

-- What a consumer of a stream has handled.
create table handled (
  key text primary key,
  repeats boolean not null,
  handled_at timestamptz not null default now()
);

-- What your own program keeps.
create table timeline (
  key text not null,
  type text not null
);
create table visits (
  id text primary key,
  slot text not null,
  event json not null
);
