import { sql, type Kysely } from 'kysely'

const statements = [
  // The trail. Everything else follows from it, except secrets, drafts and notes.
  `create table trail (
    seq integer primary key, hash text not null unique check (length(hash) = 64), body text not null,
    at text generated always as (json_extract(body, '$.at')) virtual,
    type text generated always as (json_extract(body, '$.type')) virtual,
    actor text generated always as (json_extract(body, '$.actor.id')) virtual,
    subject text generated always as (json_extract(body, '$.subject.id')) virtual
  ) strict`,
  `create index trail_subject on trail (subject)`,
  `create trigger trail_no_update before update on trail begin select raise(abort, 'the trail is append-only'); end`,
  `create trigger trail_no_delete before delete on trail begin select raise(abort, 'the trail is append-only'); end`,
  `create trigger trail_in_order before insert on trail
    when new.seq is not coalesce((select max(seq) from trail), 0) + 1
      or json_extract(new.body, '$.seq') is not new.seq
      or json_extract(new.body, '$.prev') is not coalesce((select hash from trail order by seq desc limit 1), '${'0'.repeat(64)}')
    begin select raise(abort, 'the trail has a gap'); end`,
  `create table answer (
    seq integer primary key, decision text not null, statement_hash text not null, signatory text not null,
    answer text not null check (answer in ('agree', 'disagree', 'stand-aside')), signed_at text not null
  ) strict`,
  `create index answer_decision on answer (decision)`,
  `create trigger answer_no_update before update on answer begin select raise(abort, 'an answer stays for good'); end`,
  `create trigger answer_no_delete before delete on answer begin select raise(abort, 'an answer stays for good'); end`,
  `create table register (id text primary key, doc text not null) strict`,
  `create table person (id text primary key, name text not null, role text not null, started_on text not null, left_on text, doc text not null) strict`,
  `create table entry (
    id text primary key, ref text not null unique, kind text not null, title text not null, party text not null,
    class text not null, force text not null, state text not null, mechanism text, owner text,
    next_on text, next_what text, changed_at text not null, doc text not null
  ) strict`,
  `create index entry_next on entry (next_on, ref)`,
  `create index entry_title on entry (title collate nocase, ref)`,
  // All that lists filter by, sort by and show, so that they pass by the documents, which are twenty times as long.
  `create index entry_listed on entry (state, class, force, kind, mechanism, owner, next_on, next_what, title, party, ref, id)`,
  `create table purpose (id text primary key, entry text not null, number integer not null, text text not null, category text, class text not null) strict`,
  `create index purpose_entry on purpose (entry, number)`,
  `create table entry_tag (entry text not null, tag text not null, primary key (entry, tag)) strict, without rowid`,
  `create index entry_tag_tag on entry_tag (tag)`,
  `create table entry_due (entry text not null, on_day text not null, what text not null, primary key (entry, what)) strict, without rowid`,
  `create index entry_due_day on entry_due (on_day)`,
  // How many gaps an entry has from which day on; the newest row that is not in the future counts.
  `create table entry_gaps (entry text not null, from_day text not null, gaps integer not null, primary key (entry, from_day)) strict, without rowid`,
  `create virtual table entry_text using fts5 (title, party, ref, purposes, summary, details, tags, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`,
  `create table decision (
    id text primary key, ref text not null unique, entry text not null, verb text not null, status text not null, stage text not null,
    fixed_at text, effective_on text, statement_hash text, changed_at text not null, doc text not null
  ) strict`,
  `create index decision_entry on decision (entry)`,
  `create index decision_status on decision (status, fixed_at)`,
  // One row a file as evidence of something. The bytes stand beside the trail, each file once, under its SHA-256.
  `create table evidence (
    id text primary key, subject_kind text not null, subject text not null, sha256 text not null, name text, category text not null,
    evidence_on text not null, expires_on text, set_aside text check (set_aside in ('superseded', 'removed'))
  ) strict`,
  `create index evidence_sha256 on evidence (sha256)`,
  `create index evidence_expires on evidence (expires_on) where expires_on is not null and set_aside is null`,
  `create table evidence_file (sha256 text primary key, bytes integer not null check (bytes = length(content)), content blob not null) strict`,
  `create trigger evidence_file_no_update before update on evidence_file begin select raise(abort, 'a file of evidence never changes'); end`,
  `create trigger evidence_file_no_delete before delete on evidence_file
    when exists (select 1 from evidence where sha256 = old.sha256 and set_aside is not 'removed')
    begin select raise(abort, 'a file of evidence stays until it is removed with a reason'); end`,
  // What is still to be done or watched about made decisions.
  `create table task (decision text not null, what text not null, owner text, due_on text not null, waits integer not null, primary key (decision, what)) strict, without rowid`,
  `create index task_due on task (due_on)`,
  // Letters that went out; `due_on` is the next day on which something they asked for is due, null once nothing is.
  `create table letter (
    id text primary key, ref text not null unique, kind text not null, decision text, recipient text not null, sent_on text not null, due_on text, doc text not null
  ) strict`,
  `create index letter_due on letter (due_on) where due_on is not null`,
  `create table letter_entry (letter text not null, entry text not null, primary key (letter, entry)) strict, without rowid`,
  `create index letter_entry_entry on letter_entry (entry)`,
  `create table export (seq integer primary key, at text not null, sha256 text not null, doc text not null) strict`,
  // Outside the trail: wrapped private keys, forms in progress, what this file remembers about itself.
  `create table secret (person text not null, public_key text not null, doc text not null, primary key (person, public_key)) strict, without rowid`,
  `create table draft (person text not null, key text not null, saved_at text not null, value text not null, primary key (person, key)) strict, without rowid`,
  `create table note (name text primary key, value text not null) strict, without rowid`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
  await sql.raw('pragma user_version = 1').execute(db)
}
