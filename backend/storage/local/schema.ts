/**
 * Step n makes of a database of version n one of version n + 1, so that a new database and an old one come to the same.
 * Steps that were released stay as they are.
 *
 * `jobs.seq` is createdAt × 1024 + n, so that the gallery and its search index (which is ordered by rowid) share one
 * order. `search.words` holds a job's folded words and, as marked tokens, its visitor and its models; a beginning that
 * has a prefix index is read in that order, a longer one must be sorted. `tasks.terms`, `tasks.outcome`, `tasks.tickets`
 * (by call), `jobs.earlier` and `jobs.parameters` are JSON.
 */
const jobsAndTasks = `
create table jobs (
  seq integer primary key,
  job_id text not null unique,
  visitor text not null,
  version integer not null default 1,
  created_at integer not null,
  updated_at integer not null,
  prompt text not null,
  parameters text not null,
  secret text not null,
  request_hash text,
  earlier text not null default '[]',
  deleted_at integer
) strict;
create index gallery on jobs (visitor, seq) where deleted_at is null;
create index deleted_jobs on jobs (deleted_at) where deleted_at is not null;

create table tasks (
  job integer not null references jobs (seq) on delete cascade,
  model text not null,
  position integer not null,
  attempt integer not null default 1,
  lane text not null,
  terms text not null,
  status text not null check (status in ('pending', 'in_progress', 'completed', 'error', 'cancelled')),
  due_at integer,
  waited integer not null default 0,
  lease text,
  lease_until integer,
  dispatched integer not null default 0,
  requeues integer not null default 0,
  cancel_requested integer not null default 0,
  started_at integer,
  completed_at integer,
  outcome text,
  primary key (job, model)
) strict, without rowid;
create index due_tasks on tasks (due_at, job, position, lane) where status = 'pending';
create index leased_tasks on tasks (lease_until) where status = 'in_progress';
create index completed_tasks on tasks (model, completed_at) where status = 'completed';

create virtual table search using fts5 (words, tokenize = 'ascii', prefix = '1 2 3 4 5 6 7 8 9 10 11 12', detail = 'none', columnsize = 0);
insert into search (search, rank) values ('secure-delete', 1);
`

/**
 * `tasks.visitor` is its job's, for the turns of those who wait; tasks that had ended before this step have none.
 * `tasks.settle_at`: from when on the ledger is to be told; null: owes nothing, as what has not ended, is free or is
 * settled. `spending` holds the sums of `parts`, so that nobody has to add them up; all of it stays when jobs go.
 * `graves`: ids of removed jobs, for a day.
 */
const money = `
alter table tasks add column visitor text;
alter table tasks add column tickets text not null default '{}';
alter table tasks add column settle_at integer;
alter table tasks add column billed integer not null default 0;
update tasks set status = 'cancelled', completed_at = deleted_at, outcome = json_object('status', 'cancelled',
    'outcome', 'not_started', 'completedAt', deleted_at, 'costMicroUsd', 0, 'costCertain', json('true'))
  from jobs where seq = job and status = 'pending' and deleted_at is not null;
update tasks set visitor = (select visitor from jobs where seq = job) where status = 'pending';
update tasks set visitor = (select visitor from jobs where seq = job) where status = 'in_progress';
drop index due_tasks;
create index due_tasks on tasks (lane, visitor, due_at, job, position, attempt) where status = 'pending';
create index running_tasks on tasks (lane, visitor) where status = 'in_progress';
create index unsettled_tasks on tasks (settle_at) where settle_at is not null;
create index failed_tasks on tasks (completed_at) where status = 'error';

create table parts (
  reservation text not null,
  model text not null,
  job_id text,
  day text not null,
  reserved_at integer not null,
  reserved integer not null check (reserved >= 0),
  confirmed integer not null default 0,
  closed_at integer,
  settled integer check (settled >= 0),
  certain integer,
  primary key (reservation, model)
) strict, without rowid;
create index open_parts on parts (reserved_at, reservation, model) where closed_at is null;

create table spending (
  day text not null,
  model text not null,
  reserved integer not null default 0 check (reserved >= 0),
  settled integer not null default 0 check (settled >= 0),
  released integer not null default 0 check (released >= 0),
  corrected integer not null default 0 check (corrected >= 0),
  uncertain integer not null default 0 check (uncertain >= 0),
  primary key (day, model)
) strict, without rowid;

create table graves (
  job_id text primary key,
  deleted_at integer not null
) strict, without rowid;
create index old_graves on graves (deleted_at);

create table switches (
  model text primary key,
  off_since integer not null
) strict, without rowid;
`

/** Counts of the rate limits, until their window of time has ended. `key` holds no address as it is written. */
const meters = `
create table meters (
  key text not null,
  window text not null,
  ends_at integer not null,
  used integer not null check (used >= 0),
  primary key (key, window)
) strict, without rowid;
create index ended_meters on meters (ends_at);
`

/** `tokens.scopes` is JSON. Of a token itself there is only the hash. */
const tokens = `
create table tokens (
  token_id text primary key,
  hash text not null unique,
  visitor text not null,
  name text not null,
  scopes text not null,
  created_at integer not null,
  expires_at integer,
  last_used_at integer
) strict, without rowid;
`

/** `jobs.shared`: made while every visitor may look; `search.words` marks it too. */
const sharedGallery = `
alter table jobs add column shared integer not null default 0;
create index shared_gallery on jobs (seq) where shared = 1 and deleted_at is null;
`

/** Lines of the ledger that are closed no longer name their job, which may be deleted. */
const shares = `
update parts set job_id = null where closed_at is not null;
create table shares (
  share_id text primary key,
  job_id text not null references jobs (job_id) on delete cascade,
  created_at integer not null,
  expires_at integer not null,
  prompt_hidden integer not null
) strict, without rowid;
create index shares_of_job on shares (job_id);
create index ended_shares on shares (expires_at);
`

/** `tasks.painted`: the share of its work that a provider says is done. */
const painted = `
alter table tasks add column painted real check (painted between 0 and 1);
`

const steps = [jobsAndTasks, money, meters, tokens, sharedGallery, shares, painted]

export const schemaVersion = steps.length

/** Marks the file as ours, in its header. */
export const applicationId = 0x50785072

/** SQL: makes a database of that version one of the newest; 0 is an empty file. */
export const upgradeFrom = (version: number): string => `
${steps.slice(version).join('')}
pragma application_id = ${applicationId};
pragma user_version = ${schemaVersion};
`
