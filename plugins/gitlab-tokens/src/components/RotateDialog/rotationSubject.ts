import {
  Environment,
  GitlabTokensApi,
  ManagedToken,
  RotateRequest,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** What is rotated: what an environment's portal runs on, or a token of the inventory. */
export type RotationSubject =
  | { type: 'credential'; environment: Environment }
  | { type: 'token'; token: ManagedToken };

/** What is the same for the subject as long as it is the same, whatever was learned about it meanwhile. */
export type SubjectName = { type: RotationSubject['type']; name: string };

/** The environment's name, or the token's `ref`. */
export function nameOf(subject: RotationSubject): string {
  return subject.type === 'credential'
    ? subject.environment.name
    : subject.token.ref;
}

/** Whether the configuration says where its new value goes; otherwise somebody has to. */
export function hasConfiguredDelivery(subject: RotationSubject): boolean {
  return subject.type === 'credential' || subject.token.credentialOf.length > 0;
}

/** The kind of the new token as far as it is known. */
export function kindOf(subject: RotationSubject): TokenKind | null {
  if (subject.type === 'token') {
    return subject.token.kind;
  }
  const { declared, observed } = subject.environment;
  return declared.kind ?? observed?.kind ?? null;
}

/** Asks for the plan of its rotation. */
export function planRotation(
  api: GitlabTokensApi,
  { type, name }: SubjectName,
  request: RotateRequest,
) {
  return type === 'credential'
    ? api.planCredentialRotation(name, request)
    : api.planRotation(name, request);
}

/** Begins its rotation. */
export function startRotation(
  api: GitlabTokensApi,
  { type, name }: SubjectName,
  request: RotateRequest,
) {
  return type === 'credential'
    ? api.rotateCredential(name, request)
    : api.rotateToken(name, request);
}
