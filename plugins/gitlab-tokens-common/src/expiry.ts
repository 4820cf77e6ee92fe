const DAY = 24 * 60 * 60 * 1000;

/**
 * Whole days from today to the day on which a token stops working, both in UTC, as GitLab counts them for its
 * notices. A token stops at 00:00 UTC of its `expires_at`, so 0 and less mean that it no longer works, and 1 that it
 * stops at the coming midnight.
 *
 * @param expiresAt - `YYYY-MM-DD`, GitLab's `expires_at`
 * @public
 */
export function daysUntilExpiry(expiresAt: string, now: Date): number {
  const today = Date.UTC(
    now.getUTCFullYear(),
    now.getUTCMonth(),
    now.getUTCDate(),
  );
  return Math.round((Date.parse(`${expiresAt}T00:00:00Z`) - today) / DAY);
}
