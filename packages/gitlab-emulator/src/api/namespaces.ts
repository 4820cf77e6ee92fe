import { jsonAnswer } from '../http/answer';
import { presentGroupDetail } from '../presenters/groups';
import { presentProjectDetail } from '../presenters/projects';
import { userNamespaceId } from '../presenters/users';
import { commitChanges } from '../repository/commitChanges';
import { MAINTAINER, OWNER } from '../state/access';
import { deleteGroup, deleteProject } from '../state/deletion';
import { Group, Project } from '../state/entities';
import {
  Namespace,
  insertGroup,
  insertProject,
  isPathSegment,
  isPathTaken,
} from '../state/namespaces';
import { State } from '../state/State';
import { Caller } from './authentication';
import { Endpoint, Surroundings, endpoint } from './endpoint';
import { forbidden, notFound, refusal } from './errors';
import { flag, integer, oneOf, text } from './parameterKinds';
import { required } from './parameters';
import { callerLevel, findGroup, findProject } from './resources';

const ACCEPTED = { message: '202 Accepted' };

const visibility = oneOf('private', 'internal', 'public');

/** Making and deleting groups and projects, as far as somebody needs who wants a place of their own to try tokens. */
export const namespaceEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/groups',
    parameters: {
      name: required(text),
      path: required(text),
      parent_id: integer,
      description: text,
      visibility,
    },
    handle(call) {
      const { name, path, parent_id: parentId, ...asked } = call.parameters;
      const parent = parentId ? findGroup(call, String(parentId)) : null;
      refuseLowRole(call, parent);
      const problem = pathProblem(call.state, parent?.fullPath ?? null, path);
      if (problem) {
        throw refusal(400, `Failed to save group {:path=>["${problem}"]}`);
      }
      const group = insertGroup(call.state, parent, {
        id: call.state.groups.takeId(),
        path,
        name,
        visibility: asked.visibility ?? 'private',
        description: asked.description ?? '',
        createdAt: call.now.toISOString(),
      });
      call.state.memberships.set({
        userId: call.caller.user.id,
        resource: { type: 'group', id: group.id },
        accessLevel: OWNER,
        createdAt: group.createdAt,
        expiresAt: null,
        derived: false,
      });
      return jsonAnswer(201, presentGroupDetail(call, group, []));
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/groups/:id',
    parameters: { id: required(text) },
    handle(call) {
      const group = findGroup(call, call.parameters.id);
      if (callerLevel(call, { type: 'group', id: group.id }) < OWNER) {
        throw forbidden();
      }
      deleteGroup(call.state, group);
      return jsonAnswer(202, ACCEPTED);
    },
  }),
  endpoint({
    method: 'POST',
    path: '/projects',
    parameters: {
      name: text,
      path: text,
      namespace_id: integer,
      description: text,
      visibility,
      default_branch: text,
      initialize_with_readme: flag,
    },
    handle(call) {
      const { name, path, ...asked } = call.parameters;
      if (!name && !path) {
        throw refusal(400, { name: ["can't be blank"] });
      }
      const namespace = namespaceOf(call, asked.namespace_id);
      const slug = path || pathFor(name ?? '');
      const above = namespace.group?.fullPath ?? call.caller.user.username;
      const problem = pathProblem(call.state, above, slug);
      if (problem) {
        throw refusal(400, { path: [problem] });
      }
      const project = insertProject(call.state, namespace, {
        id: call.state.projects.takeId(),
        path: slug,
        name: name || slug,
        visibility: asked.visibility ?? 'private',
        description: asked.description ?? null,
        defaultBranch: asked.default_branch || 'main',
        createdAt: call.now.toISOString(),
      });
      if (asked.initialize_with_readme) {
        writeReadme(call, project);
      }
      return jsonAnswer(
        201,
        presentProjectDetail(call, project, call.caller.user),
      );
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/projects/:id',
    parameters: { id: required(text) },
    handle(call) {
      const project = findProject(call, call.parameters.id);
      if (callerLevel(call, { type: 'project', id: project.id }) < OWNER) {
        throw forbidden();
      }
      deleteProject(call.state, project);
      return jsonAnswer(202, ACCEPTED);
    },
  }),
];

type Asking = Surroundings & { caller: Caller };

function namespaceOf(call: Asking, id: number | undefined): Namespace {
  const { user } = call.caller;
  if (id === undefined || id === userNamespaceId(user)) {
    return { user };
  }
  const group = call.state.groups.get(id);
  if (!group) {
    throw notFound('Namespace');
  }
  refuseLowRole(call, group);
  return { group };
}

/** Everybody may make a group at the top; in a group, subgroups and projects are for its maintainers. */
function refuseLowRole(call: Asking, group: Group | null): void {
  const isTooLow =
    group && callerLevel(call, { type: 'group', id: group.id }) < MAINTAINER;
  if (isTooLow || call.caller.user.bot) {
    throw forbidden();
  }
}

/** What GitLab says against a path under another one, or null. */
function pathProblem(
  state: State,
  above: string | null,
  path: string,
): string | null {
  if (!isPathSegment(path)) {
    return "can only include non-accented letters, digits, '_', '-' and '.'.";
  }
  const fullPath = above === null ? path : `${above}/${path}`;
  return isPathTaken(state, fullPath) ? 'has already been taken' : null;
}

function writeReadme({ state, now, caller }: Asking, project: Project): void {
  const { defaultBranch: branch, name } = project;
  const author = { name: caller.user.name, email: caller.user.email };
  commitChanges(
    state.repositoryOf(project),
    { branch, message: 'Initial commit', author, now },
    [
      {
        action: 'create',
        path: 'README.md',
        content: Buffer.from(`# ${name}\n`),
      },
    ],
  );
}

function pathFor(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\w.+-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}
