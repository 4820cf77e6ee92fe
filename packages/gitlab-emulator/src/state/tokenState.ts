import { Token } from './entities';

/** A token is dead from 00:00 UTC of its expiry date. */
export function isExpired(token: Token, now: Date): boolean {
  return (
    token.expiresAt !== null &&
    token.expiresAt <= now.toISOString().slice(0, 10)
  );
}

export function isActive(token: Token, now: Date): boolean {
  return !token.revoked && !isExpired(token, now);
}
