import { createHmac, randomBytes } from 'node:crypto';
import { Answer, emptyAnswer, jsonAnswer } from '../http/answer';
import { DEVELOPER, REPORTER, accessLevelOf } from '../state/access';
import { Project } from '../state/entities';
import { deniedWords } from './denied';
import { Holder, authenticateHolder, belongsTo, hasAbility } from './holder';
import { BasicRequest } from './request';

const SERVICE = 'container_registry';
const LIFETIME_SECONDS = 300;

/** Nobody has the key: what it signs is for no registry to check. */
const signingKey = randomBytes(32);

interface Access {
  readonly type: 'repository';
  readonly name: string;
  readonly actions: readonly string[];
}

/** `GET /jwt/auth`: what `docker login` asks the GitLab behind a container registry for. */
export function answerRegistryToken(request: BasicRequest): Answer {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return emptyAnswer(404);
  }
  const { credentials, query, baseUrl } = request;
  const holder = credentials && authenticateHolder(request, credentials, null);
  if (credentials && !holder) {
    const help =
      'user/profile/account/two_factor_authentication_troubleshooting.md#error-http-basic-access-denied-if-a-password-was-provided-for-git-authentication-';
    const words = deniedWords(`${baseUrl}/help/${help}`);
    return refusal(401, 'UNAUTHORIZED', words);
  }
  if (query.get('service') !== SERVICE) {
    return emptyAnswer(404);
  }
  const accesses = requestedAccesses(request, holder);
  const isRefused = holder
    ? !hasAbility(holder, 'pull-image') && !hasAbility(holder, 'push-image')
    : accesses.length === 0;
  return isRefused
    ? refusal(403, 'DENIED', 'access forbidden')
    : jsonAnswer(200, { token: signedToken(request, holder, accesses) });
}

/** Of what was asked for as `repository:<path>:<actions>`, that which is allowed. */
function requestedAccesses(
  request: BasicRequest,
  holder: Holder | null,
): Access[] {
  const scopes = request.query.getAll('scope').flatMap(it => it.split(' '));
  return scopes.flatMap<Access>(scope => {
    const [type, name = '', asked = ''] = scope.split(':');
    const project = projectOfImage(request, name);
    const actions = asked
      .split(',')
      .filter(
        action => project && isAllowed(request, { holder, project, action }),
      );
    return type === 'repository' && actions.length > 0
      ? [{ type, name, actions }]
      : [];
  });
}

/** An image is named by the path of its project, and may have a name of its own after it. */
function projectOfImage(
  { state }: BasicRequest,
  name: string,
): Project | undefined {
  const segments = name.toLowerCase().split('/');
  return segments
    .map((_, index) => segments.slice(0, segments.length - index).join('/'))
    .map(path => state.projects.findBy('path', path))
    .find(project => project !== undefined);
}

function isAllowed(
  { state, now }: BasicRequest,
  asked: { holder: Holder | null; project: Project; action: string },
): boolean {
  const { holder, project, action } = asked;
  if (action !== 'pull' && action !== 'push') {
    return false;
  }
  if (holder && !hasAbility(holder, `${action}-image`)) {
    return false;
  }
  if (holder?.type === 'deploy-token') {
    return belongsTo(state, holder.token, project);
  }
  const { id, visibility } = project;
  const isOpen =
    visibility === 'public' || (visibility === 'internal' && holder !== null);
  const user = holder?.user ?? null;
  const level = accessLevelOf(state, { type: 'project', id }, { user, now });
  return action === 'pull' ? isOpen || level >= REPORTER : level >= DEVELOPER;
}

/** In the form of a JSON Web Token, with the claims that a registry looks at. */
function signedToken(
  { now }: BasicRequest,
  holder: Holder | null,
  access: readonly Access[],
): string {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const claims = {
    iss: 'gitlab-issuer',
    aud: SERVICE,
    sub: holder?.type === 'person' ? holder.user.username : '',
    iat: issuedAt,
    nbf: issuedAt - 5,
    exp: issuedAt + LIFETIME_SECONDS,
    jti: randomBytes(16).toString('hex'),
    access,
  };
  const unsigned = [{ typ: 'JWT', alg: 'HS256' }, claims]
    .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = createHmac('sha256', signingKey).update(unsigned);
  return `${unsigned}.${signature.digest('base64url')}`;
}

function refusal(status: number, code: string, message: string): Answer {
  return jsonAnswer(status, { errors: [{ code, message }] });
}
