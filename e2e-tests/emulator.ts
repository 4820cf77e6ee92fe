const control = 'http://127.0.0.1:8929/-/emulator';

async function call(
  method: string,
  path: string,
  body?: object,
): Promise<Response> {
  const response = await fetch(`${control}/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${await response.text()}`);
  }
  return response;
}

/** The emulator's clock stands at this instant; null lets it run in real time. */
export async function setClock(now: string | null): Promise<void> {
  await call('PUT', 'clock', { now });
}

/** From now on GitLab's API closes every connection without an answer. */
export async function dropAllRequests(): Promise<void> {
  await call('POST', 'faults', { times: 0, fault: { kind: 'drop-before' } });
}

/** From now on GitLab refuses to make CI/CD variables. */
export async function refuseVariables(): Promise<void> {
  await call('POST', 'faults', {
    method: 'POST',
    path: '/variables$',
    times: 0,
    fault: { kind: 'status', status: 403 },
  });
}

export async function clearFaults(): Promise<void> {
  await call('DELETE', 'faults');
}

interface EmulatedToken {
  id: number;
  name: string;
  value: string;
  expiresAt: string | null;
  revoked: boolean;
}

interface EmulatedVariable {
  projectId?: number;
  key: string;
  value: string;
  masked: boolean;
  protected: boolean;
}

async function state() {
  return (await call('GET', 'state')).json();
}

/** All tokens that the emulator knows, with their values. */
export async function emulatedTokens(): Promise<EmulatedToken[]> {
  const { tokens, deployTokens = [] } = await state();
  return [...tokens, ...deployTokens];
}

/** The tokens of a name, the oldest first. */
export async function tokensNamed(name: string): Promise<EmulatedToken[]> {
  return (await emulatedTokens()).filter(token => token.name === name);
}

/** All CI/CD variables, with their values. */
export async function emulatedVariables(): Promise<EmulatedVariable[]> {
  return (await state()).variables ?? [];
}

/** Whoever has a token ends it in GitLab, and not in the portal; nothing changes where it is ended already. */
export async function revokeInGitlab(value: string): Promise<void> {
  const url = 'http://127.0.0.1:8929/api/v4/personal_access_tokens/self';
  const { status } = await fetch(url, {
    method: 'DELETE',
    headers: { 'PRIVATE-TOKEN': value },
  });
  if (status !== 204 && status !== 401) {
    throw new Error(`DELETE personal_access_tokens/self: ${status}`);
  }
}
