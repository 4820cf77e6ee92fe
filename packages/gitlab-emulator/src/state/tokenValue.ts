import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** A new value for a token of a user or a bot, in the form that the settings ask for. */
export function newTokenValue(
  settings: { tokenPrefix: string; routableTokens: boolean },
  userId: number,
): string {
  return settings.routableTokens
    ? routableTokenValue(settings.tokenPrefix, userId)
    : settings.tokenPrefix + randomBody();
}

/** A new value for a deploy token; these have no routable form. */
export function newDeployTokenValue(): string {
  return `gldt-${randomBody()}`;
}

function randomBody(): string {
  return randomBytes(15).toString('base64url');
}

/** `prefix payload . version . length checksum`, where length and checksum are base 36. */
function routableTokenValue(prefix: string, userId: number): string {
  const routing = Buffer.from(`o:1\nu:${userId.toString(36)}\n`);
  const payload = Buffer.concat([
    randomBytes(16),
    routing,
    Buffer.from([routing.length]),
  ]).toString('base64url');
  const length = payload.length.toString(36).padStart(2, '0');
  const checked = `${prefix}${payload}.01.${length}`;
  return checked + crc32(checked).toString(36).padStart(7, '0');
}
