import { Problems, refuseProblems } from './InvalidRecordError';
import { State } from './State';
import { Settings, Token } from './entities';
import { expiryProblem, rotatedExpiry } from './lifetime';
import { PERSONAL_TOKEN_SCOPES, RESOURCE_TOKEN_SCOPES } from './scopes';
import { newTokenValue } from './tokenValue';

const MAX_TEXT_LENGTH = 255;

/** The state at a moment. */
export interface Moment {
  readonly state: State;
  readonly now: Date;
}

/** What its maker decides of a token. */
export type TokenPlan = Pick<
  Token,
  'kind' | 'userId' | 'name' | 'scopes' | 'expiresAt'
> &
  Partial<
    Pick<Token, 'resource' | 'accessLevel' | 'description' | 'previousTokenId'>
  >;

/**
 * Makes a token with a new value.
 *
 * @throws InvalidRecordError if GitLab's model would refuse it; nothing is written then
 */
export function issueToken({ state, now }: Moment, plan: TokenPlan): Token {
  refuseProblems(tokenProblems(state.settings, plan, now));
  return state.tokens.insert({
    id: state.tokens.takeId(),
    kind: plan.kind,
    userId: plan.userId,
    resource: plan.resource ?? null,
    accessLevel: plan.accessLevel ?? null,
    name: plan.name,
    description: plan.description ?? null,
    scopes: [...new Set(plan.scopes)],
    value: newTokenValue(state.settings, plan.userId),
    createdAt: now.toISOString(),
    expiresAt: plan.expiresAt,
    previousTokenId: plan.previousTokenId ?? null,
    revoked: false,
    lastUsedAt: null,
    lastUsedIps: [],
  });
}

/**
 * Revokes a token and makes its successor, which differs in its id, its value and its expiry.
 *
 * @param expiresAt - undefined for GitLab's default
 * @throws InvalidRecordError if the successor would be refused; the old token lives on then
 */
export function rotateToken(
  moment: Moment,
  token: Token,
  expiresAt: string | undefined,
): Token {
  const { settings } = moment.state;
  const successor = issueToken(moment, {
    ...token,
    expiresAt: expiresAt ?? rotatedExpiry(settings, token.kind, moment.now),
    previousTokenId: token.id,
  });
  token.revoked = true;
  return successor;
}

/** What GitLab's model says against a token, by field; empty where nothing is wrong. */
function tokenProblems(
  settings: Settings,
  { kind, name, description, scopes, expiresAt }: TokenPlan,
  now: Date,
): Problems {
  const expiry = expiryProblem(settings, { kind, expiresAt }, now);
  return {
    ...textProblems('name', name, true),
    ...scopeProblems(kind, scopes),
    ...textProblems('description', description ?? '', false),
    ...(expiry && { expires_at: [expiry] }),
  };
}

function textProblems(
  field: string,
  text: string,
  isNeeded: boolean,
): Problems {
  if (isNeeded && text.trim() === '') {
    return { [field]: ["can't be blank"] };
  }
  return text.length > MAX_TEXT_LENGTH
    ? { [field]: [`is too long (maximum is ${MAX_TEXT_LENGTH} characters)`] }
    : {};
}

function scopeProblems(
  kind: Token['kind'],
  scopes: readonly string[],
): Problems {
  const isOfResource = kind === 'group' || kind === 'project';
  const allowed = isOfResource ? RESOURCE_TOKEN_SCOPES : PERSONAL_TOKEN_SCOPES;
  if (scopes.length === 0) {
    return { scopes: ["can't be blank"] };
  }
  return scopes.every(scope => allowed.includes(scope))
    ? {}
    : { scopes: ['can only contain available scopes'] };
}
