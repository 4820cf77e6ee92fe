import { Token } from '../state/entities';
import { State } from '../state/State';

const TIME_INTERVAL_MS = 10 * 60_000;
const KEPT_IPS = 5;

/** Writes down a use as GitLab does: the first at once, then at most every ten minutes; the last five addresses. */
export function recordTokenUse(
  state: State,
  token: Token,
  use: { now: Date; ip: string },
): void {
  const isDue =
    token.lastUsedAt === null ||
    use.now.getTime() - Date.parse(token.lastUsedAt) >= TIME_INTERVAL_MS;
  const isNewIp = !token.lastUsedIps.includes(use.ip);
  if (!isDue && !isNewIp) {
    return;
  }
  state.recordUse(token, {
    lastUsedAt: isDue ? use.now.toISOString() : token.lastUsedAt,
    lastUsedIps: isNewIp
      ? [...token.lastUsedIps, use.ip].slice(-KEPT_IPS)
      : token.lastUsedIps,
  });
}
