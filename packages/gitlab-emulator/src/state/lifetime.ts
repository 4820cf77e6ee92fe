import { Settings } from './entities';

/** The date, so many days after that instant, in UTC. */
export function dateAfter(instant: Date, days: number): string {
  return new Date(instant.getTime() + days * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

/** What GitLab says against an expiry that is further away than allowed, or null. The limit itself is allowed. */
export function lifetimeProblem(
  { requireTokenExpiry, maxLifetimeDays }: Settings,
  expiresAt: string | null,
  now: Date,
): string | null {
  const latest = dateAfter(now, maxLifetimeDays);
  return requireTokenExpiry && expiresAt !== null && expiresAt > latest
    ? `Expiration date must be before ${latest}`
    : null;
}

/** What a token gets whose maker named no expiry: the furthest date, or none where expiry is not required. */
export function defaultExpiry(
  { requireTokenExpiry, maxLifetimeDays }: Settings,
  now: Date,
): string | null {
  return requireTokenExpiry ? dateAfter(now, maxLifetimeDays) : null;
}
