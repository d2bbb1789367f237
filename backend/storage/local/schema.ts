export const schemaVersion = 1

/** Marks the file as ours, in its header. */
export const applicationId = 0x50785072

/**
 * `jobs.seq` is createdAt × 1024 + n, so that the gallery and its search index (which is ordered by rowid) share one
 * order. `search.words` holds a job's folded words and, as marked tokens, its visitor and its models; a beginning that
 * has a prefix index is read in that order, a longer one must be sorted. `tasks.terms`, `tasks.outcome`, `jobs.earlier`
 * and `jobs.parameters` are JSON.
 */
export const schema = `
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

pragma application_id = ${applicationId};
pragma user_version = ${schemaVersion};
`
