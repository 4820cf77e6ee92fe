/** What a client sent by Basic authentication; nothing in it has been checked. */
export interface BasicCredentials {
  readonly userName: string;
  readonly password: string;
}

/** Reads the `Authorization` header; null where it is absent or of another scheme. */
export function basicCredentials(
  authorization: string | undefined,
): BasicCredentials | null {
  const [, encoded] = /^Basic\s+(.*)$/i.exec(authorization ?? '') ?? [];
  if (encoded === undefined) {
    return null;
  }
  const [userName, ...rest] = Buffer.from(encoded, 'base64')
    .toString('utf8')
    .split(':');
  return { userName, password: rest.join(':') };
}
