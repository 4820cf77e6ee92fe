import { Answer, emptyAnswer } from '../http/answer';
import { REPORTER, accessLevelOf, canSeeProject } from '../state/access';
import { Project } from '../state/entities';
import { Moment } from '../state/issueToken';
import { advertiseRefs } from './advertisement';
import { deniedWords } from './denied';
import { Holder, authenticateHolder, belongsTo, hasAbility } from './holder';
import { BasicRequest } from './request';

const FETCH = 'git-upload-pack';
const PUSH = 'git-receive-pack';

/** `GET /<full path of a project>.git/info/refs`: what `git ls-remote`, and every clone at first, asks for. */
export function answerGitRefs(
  request: BasicRequest,
  projectPath: string,
): Answer {
  if (request.method === 'HEAD') {
    return emptyAnswer(403);
  }
  const { state, credentials, query } = request;
  const project = state.projects.findBy('path', projectPath.toLowerCase());
  const service = query.get('service');
  if (!credentials) {
    return service === FETCH && project?.visibility === 'public'
      ? advertisement(request, project)
      : accessDenied(request);
  }
  const holder = authenticateHolder(request, credentials, project ?? null);
  if (!holder) {
    return accessDenied(request);
  }
  const problem = serviceProblem(service, holder);
  if (problem) {
    return plainAnswer(403, problem);
  }
  if (!project || !canSee(request, holder, project)) {
    return plainAnswer(
      404,
      "The project you were looking for could not be found or you don't have permission to view it.",
    );
  }
  return canDownload(request, holder, project)
    ? advertisement(request, project)
    : plainAnswer(
        403,
        'You are not allowed to download code from this project.',
      );
}

function serviceProblem(service: string | null, holder: Holder): string | null {
  switch (service) {
    case FETCH:
      return hasAbility(holder, 'download-code')
        ? null
        : 'You are not allowed to download code.';
    case PUSH:
      return 'Pushing over HTTP is not allowed.';
    default:
      return "The command you're trying to execute is not allowed.";
  }
}

function canSee(
  { state, now }: Moment,
  holder: Holder,
  project: Project,
): boolean {
  return holder.type === 'deploy-token'
    ? belongsTo(state, holder.token, project)
    : canSeeProject(state, project, { user: holder.user, now });
}

function canDownload(
  { state, now }: Moment,
  holder: Holder,
  project: Project,
): boolean {
  if (holder.type === 'deploy-token' || project.visibility !== 'private') {
    return true;
  }
  const { user } = holder;
  const resource = { type: 'project', id: project.id } as const;
  return accessLevelOf(state, resource, { user, now }) >= REPORTER;
}

function advertisement({ state }: Moment, project: Project): Answer {
  return {
    status: 200,
    headers: {
      'Content-Type': `application/x-${FETCH}-advertisement`,
      'Cache-Control': 'no-cache',
    },
    body: advertiseRefs(state.repositoryOf(project), project),
  };
}

function accessDenied({ baseUrl }: BasicRequest): Answer {
  const help =
    'topics/git/troubleshooting_git.md#error-on-git-fetch-http-basic-access-denied';
  return plainAnswer(401, deniedWords(`${baseUrl}/help/${help}`), {
    'WWW-Authenticate': 'Basic realm="GitLab"',
  });
}

function plainAnswer(
  status: number,
  body: string,
  headers: Record<string, string> = {},
): Answer {
  return {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
    body,
  };
}
