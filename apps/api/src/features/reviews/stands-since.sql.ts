/** Since when a submission lies where it lies: when it came to its level, or was decided. @param s the submission, as SQL */
export const standsSince = (s: string): string =>
  `coalesce((SELECT max(r.decided_at) FROM review r WHERE r.submission_id = ${s}.id), ${s}.submitted_at)`;
