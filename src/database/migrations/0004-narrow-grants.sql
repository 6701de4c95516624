-- Who may change a row may not thereby change whose it is. The agency of a post's child writes what became of the post, and not who
-- wrote it or where it lies; the job that hands out jobs takes and settles them, and not what they are about or for whom; a kept key
-- gets its answer, and not another command.
revoke update on post from ff_app;
grant update (state, activity_id, content_hash, reason, sent_at, updated_at, claimed_until, version) on post to ff_app;
revoke update on job from ff_dispatch;
grant update (run_at, attempts, locked_until, problem, state) on job to ff_dispatch;
revoke update on idempotency from ff_app;
grant update (answer) on idempotency to ff_app;
