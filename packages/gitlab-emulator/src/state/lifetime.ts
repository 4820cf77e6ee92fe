import { Settings, TokenKind } from './entities';

/** How long a rotated token lives where no expiry was named. */
const ROTATED_LIFETIME_DAYS = 7;

/** The date, so many days after that instant, in UTC. */
export function dateAfter(instant: Date, days: number): string {
  return new Date(instant.getTime() + days * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

/** Whether tokens of that kind must expire. */
export function isExpiryRequired(settings: Settings, kind: TokenKind): boolean {
  return (
    settings.requireTokenExpiry &&
    (kind !== 'service-account' || settings.requireServiceAccountTokenExpiry)
  );
}

/** What a token gets whose maker named no expiry: the furthest date, or none where expiry is not required. */
export function defaultExpiry(
  settings: Settings,
  kind: TokenKind,
  now: Date,
): string | null {
  return isExpiryRequired(settings, kind)
    ? dateAfter(now, settings.maxLifetimeDays)
    : null;
}

/** What a rotated token gets where no expiry was named, whatever the old one had. */
export function rotatedExpiry(
  settings: Settings,
  kind: TokenKind,
  now: Date,
): string | null {
  const days = Math.min(ROTATED_LIFETIME_DAYS, settings.maxLifetimeDays);
  return isExpiryRequired(settings, kind) ? dateAfter(now, days) : null;
}

/** What GitLab says against an expiry, or null. The furthest date itself is allowed, and so is the past. */
export function expiryProblem(
  settings: Settings,
  { kind, expiresAt }: { kind: TokenKind; expiresAt: string | null },
  now: Date,
): string | null {
  if (!isExpiryRequired(settings, kind)) {
    return null;
  }
  const latest = dateAfter(now, settings.maxLifetimeDays);
  if (expiresAt === null) {
    return "can't be blank";
  }
  return expiresAt > latest ? `must be before ${latest}` : null;
}
